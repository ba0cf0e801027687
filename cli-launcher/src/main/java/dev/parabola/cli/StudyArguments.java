package dev.parabola.cli;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command needs to know of a study. */
final class StudyArguments {
    @Parameters(
            index = "0",
            paramLabel = "MANIFEST",
            description = "The study's manifest, a YAML file; - is standard input.")
    private Path manifest = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a value of the manifest, for example training.steps=100. May be given several times.")
    private List<String> changes = new ArrayList<>();

    @Mixin
    private PluginOptions plugins;

    @Inject
    StudyArguments(PluginOptions plugins) {
        this.plugins = plugins;
    }

    Path manifest() {
        return manifest;
    }

    List<String> changes() {
        return List.copyOf(changes);
    }

    PluginOptions plugins() {
        return plugins;
    }
}

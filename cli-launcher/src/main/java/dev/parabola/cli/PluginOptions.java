package dev.parabola.cli;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --plugins}. */
final class PluginOptions {
    @Option(
            names = "--plugins",
            paramLabel = "PATH",
            description = "A jar of plugins, or a folder of such jars. May be given several times.")
    private List<Path> paths = new ArrayList<>();

    @Inject
    PluginOptions() {}

    List<Path> paths() {
        return List.copyOf(paths);
    }
}

package dev.parabola.cli;

import dev.parabola.core.plugin.Kind;
import dev.parabola.core.plugin.PluginType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code parabola plugins describe}: all there is to know about a plugin. */
@Command(name = "describe", description = "Describe a plugin: formula, parameters, an example for a manifest.")
final class DescribeCommand implements Callable<Integer> {
    private static final String NAME = "parabola plugins describe";

    private final Environment environment;
    private final PluginSearch search;

    @Parameters(index = "0", paramLabel = "KIND", description = "The plugin's kind, for example activation.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The plugin's name, for example relu.")
    private String name = "";

    @Mixin
    private PluginOptions options;

    @Inject
    DescribeCommand(Environment environment, PluginSearch search, PluginOptions options) {
        this.environment = environment;
        this.search = search;
        this.options = options;
    }

    @Override
    public Integer call() {
        Kind wanted = PluginLookup.kind(NAME, kind, List.of());
        PluginType plugin = PluginLookup.plugin(NAME, search.find(options), wanted, name);
        new PluginDescription(plugin, environment.screen().columns()).lines().forEach(environment.out()::println);
        return ExitCode.DONE;
    }
}

package dev.parabola.cli;

import dev.parabola.core.plugin.Kind;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.plugin.PluginType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code parabola plugins}: every plugin by kind. */
@Command(
        name = "plugins",
        description = "List the plugins of every kind: name, summary, where each came from.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = DescribeCommand.class)
final class PluginsCommand implements Callable<Integer> {
    private final Environment environment;
    private final PluginSearch search;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            description = "Only this kind: target, activation, optimizer, scheduler or initializer.")
    private @Nullable String kind;

    @Mixin
    private PluginOptions options;

    @Inject
    PluginsCommand(Environment environment, PluginSearch search, PluginOptions options) {
        this.environment = environment;
        this.search = search;
        this.options = options;
    }

    @Override
    public Integer call() {
        List<Kind> kinds = kind == null
                ? Arrays.asList(Kind.values())
                : List.of(PluginLookup.kind("parabola plugins", kind, List.of("describe")));
        PluginRegistry registry = search.find(options);
        List<String> lines = new ArrayList<>();
        for (Kind each : kinds) {
            List<PluginType> plugins = registry.all(each);
            if (!plugins.isEmpty() || kind != null) {
                if (!lines.isEmpty()) {
                    lines.add("");
                }
                lines.add(each.label());
                Table table = new Table();
                plugins.forEach(plugin -> table.add(plugin.name(), plugin.summary(), plugin.origin()));
                lines.addAll(table.lines(environment.screen().columns()));
            }
        }
        lines.forEach(environment.out()::println);
        return ExitCode.DONE;
    }
}

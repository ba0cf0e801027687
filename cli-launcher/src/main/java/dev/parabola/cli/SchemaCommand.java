package dev.parabola.cli;

import dev.parabola.core.study.ManifestSchema;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parabola schema}: what editors need to help with manifests. */
@Command(
        name = "schema",
        description = "Print the manifest's JSON Schema, for editors; it knows the plugins there are.")
final class SchemaCommand implements Callable<Integer> {
    private final Environment environment;
    private final PluginSearch search;

    @Mixin
    private PluginOptions options;

    @Inject
    SchemaCommand(Environment environment, PluginSearch search, PluginOptions options) {
        this.environment = environment;
        this.search = search;
        this.options = options;
    }

    @Override
    public Integer call() {
        environment.out().print(ManifestSchema.json(search.find(options)));
        return ExitCode.DONE;
    }
}

package dev.parabola.cli;

import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.plugin.PluginSource;
import dev.parabola.core.problem.Position;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for plugins wherever they may be, and warns of broken ones in the installation. */
final class PluginSearch {
    private final Environment environment;

    @Inject
    PluginSearch(Environment environment) {
        this.environment = environment;
    }

    /** All plugins: built in, in the installation, and those that the options name. */
    PluginRegistry find(PluginOptions options) {
        return find(options, List.of());
    }

    /** All plugins, with those that a manifest names. */
    PluginRegistry find(PluginOptions options, List<PluginSource> ofManifest) {
        List<PluginSource> sources = new ArrayList<>();
        sources.add(new PluginSource.ClassPath());
        sources.addAll(ofManifest);
        for (Path path : options.paths()) {
            sources.add(new PluginSource.Named(path, path.toString(), Position.of("--plugins")));
        }
        environment
                .plugins()
                .ifPresent(folder -> sources.add(new PluginSource.Installation(folder, folder.toString())));
        PluginRegistry registry = PluginRegistry.discover(sources);
        registry.warnings().forEach(environment::warn);
        return registry;
    }
}

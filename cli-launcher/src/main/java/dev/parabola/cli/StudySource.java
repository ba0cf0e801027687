package dev.parabola.cli;

import dev.parabola.core.execution.Preflight;
import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.plugin.PluginSource;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.StudyPlanner;
import jakarta.inject.Inject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads a manifest, finds the plugins it asks for, and plans the study. */
final class StudySource {
    private final PluginSearch search;
    private final StudyPlanner planner;

    @Inject
    StudySource(PluginSearch search, StudyPlanner planner) {
        this.search = search;
        this.planner = planner;
    }

    /** The study, everything that can be wrong with it looked at. */
    Study plan(StudyArguments arguments, int threads) {
        Manifest manifest = Manifest.read(arguments.manifest(), arguments.changes());
        PluginRegistry registry = search.find(
                arguments.plugins(),
                manifest.plugins().stream()
                        .map(plugin -> source(arguments.manifest(), plugin))
                        .toList());
        return planner.plan(
                manifest,
                registry,
                ProgramVersion.number(),
                new Preflight(threads, Runtime.getRuntime().maxMemory()));
    }

    /** Paths in a manifest are relative to its folder, wherever the program was started. */
    private static PluginSource source(Path manifest, Node.Scalar plugin) {
        try {
            return new PluginSource.Named(manifest.resolveSibling(plugin.text()), plugin.text(), plugin.position());
        } catch (InvalidPathException e) {
            throw new InvalidInputException(plugin.position(), "plugins: this is no path: " + e.getReason());
        }
    }
}

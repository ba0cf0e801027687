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
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Reads a manifest, finds the plugins it asks for, and plans the study. */
final class StudySource {
    /** What messages call standard input. */
    private static final String STANDARD_INPUT = "<stdin>";

    private static final List<Path> ITS_NAMES =
            List.of(Path.of("-"), Path.of("/dev/stdin"), Path.of("/dev/fd/0"), Path.of("/proc/self/fd/0"));

    private final Environment environment;
    private final PluginSearch search;
    private final StudyPlanner planner;

    @Inject
    StudySource(Environment environment, PluginSearch search, StudyPlanner planner) {
        this.environment = environment;
        this.search = search;
        this.planner = planner;
    }

    /** The study, everything that can be wrong with it looked at. */
    Study plan(StudyArguments arguments, int threads) {
        Manifest manifest = read(arguments.manifest(), arguments.changes());
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

    private Manifest read(Path file, List<String> changes) {
        return ITS_NAMES.contains(file)
                ? Manifest.read(STANDARD_INPUT, environment.in(), changes)
                : Manifest.read(file, changes);
    }

    /**
     * Paths in a manifest are relative to its folder, wherever the program was started; of a manifest that comes through a pipe, and
     * is in no folder, to the one where the program was started.
     */
    private static PluginSource source(Path manifest, Node.Scalar plugin) {
        try {
            Path path = Path.of(plugin.text());
            boolean isInFolder = !ITS_NAMES.contains(manifest) && Files.isRegularFile(manifest);
            return new PluginSource.Named(
                    isInFolder ? manifest.resolveSibling(path) : path, plugin.text(), plugin.position());
        } catch (InvalidPathException e) {
            throw new InvalidInputException(plugin.position(), "plugins: this is no path: " + e.getReason());
        }
    }
}

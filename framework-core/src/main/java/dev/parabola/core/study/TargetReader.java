package dev.parabola.core.study;

import dev.parabola.core.manifest.Node;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import java.util.Optional;

/** Reads the key {@code target}. */
final class TargetReader {
    private final Position whole;
    private final PluginReader plugins;

    TargetReader(Position whole, PluginReader plugins) {
        this.whole = whole;
        this.plugins = plugins;
    }

    Optional<Target> read(Node.Mapping root, Problems problems) {
        Optional<Node.Entry> entry = root.entry("target");
        if (entry.isEmpty()) {
            problems.add(whole, "target is missing; write for example target: x^2");
            return Optional.empty();
        }
        return plugins.target(entry.orElseThrow().value(), problems);
    }
}

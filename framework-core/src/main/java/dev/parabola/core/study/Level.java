package dev.parabola.core.study;

import dev.parabola.core.manifest.KeyPath;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.problem.Position;
import java.util.List;

/**
 * A level of a factor: what it sets.
 *
 * @param text how results name it
 * @param assignments what it sets, each path at most once
 */
record Level(String text, List<Assignment> assignments) {
    /**
     * A value for a path.
     *
     * @param path the path
     * @param value the value
     * @param pathPosition where the manifest names the path
     */
    record Assignment(KeyPath path, Node value, Position pathPosition) {}
}

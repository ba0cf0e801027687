package dev.parabola.core.study;

import dev.parabola.core.manifest.KeyPath;
import dev.parabola.core.problem.Position;
import java.util.List;
import java.util.Set;

/**
 * A factor with what its levels set.
 *
 * @param name the factor's name
 * @param position where the manifest names it
 * @param levels its levels, at least one
 * @param paths every path that any level sets
 */
record Variation(String name, Position position, List<Level> levels, Set<KeyPath> paths) {
    /** Whether any level sets something in a section. */
    boolean touches(String section) {
        return paths.stream().anyMatch(path -> path.keys().get(0).equals(section));
    }

    /** The same factor without what it sets in other sections. */
    Variation only(String section) {
        List<Level> restricted = levels.stream()
                .map(level -> new Level(
                        level.text(),
                        level.assignments().stream()
                                .filter(assignment ->
                                        assignment.path().keys().get(0).equals(section))
                                .toList()))
                .toList();
        return new Variation(name, position, restricted, paths);
    }

    /** Whether every level sets the path itself. */
    boolean alwaysSets(KeyPath path) {
        return levels.stream()
                .allMatch(level -> level.assignments().stream()
                        .anyMatch(assignment -> assignment.path().equals(path)));
    }
}

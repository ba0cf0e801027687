package dev.parabola.core.study;

import java.util.List;

/**
 * What is varied.
 *
 * @param name the path that is varied, or the name given to a group of paths; a column of the results
 * @param levels the text of each level, in order
 * @param tuned whether the factor is searched rather than compared
 */
public record Factor(String name, List<String> levels, boolean tuned) {
    /** Copies the levels. */
    public Factor {
        levels = List.copyOf(levels);
    }
}

package dev.parabola.core.study;

import dev.parabola.core.problem.Problems;

/** Looks at cells while a study is planned for what only later rooms can see, so that all mistakes are told at once. */
@FunctionalInterface
public interface CellCheck {
    /**
     * Looks at a cell.
     *
     * @param cell a cell in which nothing else is wrong
     * @param problems takes what is wrong with it
     */
    void check(Cell cell, Problems problems);
}

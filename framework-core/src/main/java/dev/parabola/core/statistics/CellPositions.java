package dev.parabola.core.statistics;

import dev.parabola.core.study.Factor;
import java.util.List;

/** Where cells stand in a grid: the number of each factor's level, the first factor slowest. */
final class CellPositions {
    private final List<Factor> factors;

    CellPositions(List<Factor> factors) {
        this.factors = List.copyOf(factors);
    }

    /** The number of a factor's level in a cell, from 0. */
    int level(long cell, int factor) {
        long rest = cell;
        for (int faster = factors.size() - 1; faster > factor; faster--) {
            rest /= factors.get(faster).levels().size();
        }
        return (int) (rest % factors.get(factor).levels().size());
    }
}

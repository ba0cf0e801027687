package dev.parabola.core.statistics;

import dev.parabola.core.study.Factor;
import java.util.List;

/**
 * The combinations of the compared factors' levels, numbered as cells are: the first factor slowest. Where nothing is tuned they are
 * the cells; else several cells are searched for each, and one is compared.
 */
final class Combinations {
    private final CellPositions cells;
    private final CellPositions combinations;
    private final List<Factor> sizes;

    /** Takes all factors of a study. */
    Combinations(List<Factor> factors) {
        cells = new CellPositions(factors);
        sizes = factors.stream()
                .map(factor -> factor.tuned()
                        ? new Factor(factor.name(), factor.levels().subList(0, 1), true)
                        : factor)
                .toList();
        combinations = new CellPositions(sizes);
    }

    /** How many there are. */
    long count() {
        long count = 1;
        for (Factor factor : sizes) {
            count *= factor.levels().size();
        }
        return count;
    }

    /** The number of a cell's combination. */
    long of(long cell) {
        long number = 0;
        for (int factor = 0; factor < sizes.size(); factor++) {
            int level = sizes.get(factor).tuned() ? 0 : cells.level(cell, factor);
            number = number * sizes.get(factor).levels().size() + level;
        }
        return number;
    }

    /** The number of a factor's level in a combination; 0 for tuned ones. */
    int level(long combination, int factor) {
        return combinations.level(combination, factor);
    }

    /** How far combinations are apart that differ by one level of a factor. */
    long stride(int factor) {
        long stride = 1;
        for (Factor faster : sizes.subList(factor + 1, sizes.size())) {
            stride *= faster.levels().size();
        }
        return stride;
    }

    /** The combination that has the first level of a factor, and of the others the levels of a context; contexts count from 0. */
    long first(int factor, long context) {
        long stride = stride(factor);
        return context / stride * stride * sizes.get(factor).levels().size() + context % stride;
    }
}

package dev.parabola.core.statistics;

import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import java.util.List;

/**
 * How many verdicts and tests a study's answer is made of: how often chance could have its way. Where a region does not exist in every
 * cell, there are fewer tests.
 *
 * @param verdicts the cells that are judged and compared: all, or one for each combination of the compared factors' levels
 * @param comparisonFamilies the families of comparisons within which p-values are adjusted: one for each region and compared factor of
 *     several levels; none where cells are too many to be compared
 * @param comparisons the pairs of cells that differ in one factor, over all regions
 * @param effectFamilies the families of effects: one for each region and compared factor of several levels
 * @param effects the pairs of a factor's levels, over all factors and regions
 */
public record TestCount(long verdicts, long comparisonFamilies, long comparisons, long effectFamilies, long effects) {

    /**
     * Counts.
     *
     * @param study the study
     * @return the verdicts and tests of its answer
     */
    public static TestCount of(Study study) {
        return of(study.factors(), study.regionNames().size());
    }

    /**
     * Counts.
     *
     * @param factors all factors of a study, tuned ones too
     * @param regions the number of its regions
     * @return the verdicts and tests of its answer
     */
    public static TestCount of(List<Factor> factors, int regions) {
        long cells = 1;
        long verdicts = 1;
        long families = 0;
        long effects = 0;
        for (Factor factor : factors) {
            cells *= factor.levels().size();
            verdicts *= factor.tuned() ? 1 : factor.levels().size();
            families += isCompared(factor) ? regions : 0;
            effects += isCompared(factor) ? regions * effects(factor) : 0;
        }
        if (cells > Study.CELLS_IN_DETAIL) {
            return new TestCount(verdicts, 0, 0, families, effects);
        }
        long comparisons = 0;
        for (Factor factor : factors) {
            comparisons += isCompared(factor) ? regions * comparisons(factor, verdicts) : 0;
        }
        return new TestCount(verdicts, families, comparisons, families, effects);
    }

    /** Whether there is anything to compare of a factor. */
    static boolean isCompared(Factor factor) {
        return !factor.tuned() && factor.levels().size() > 1;
    }

    /** The pairs of a factor's levels. */
    static long effects(Factor factor) {
        long levels = factor.levels().size();
        return levels * (levels - 1) / 2;
    }

    /** The pairs of so many cells that differ in a factor and in no other. */
    static long comparisons(Factor factor, long cells) {
        return cells / factor.levels().size() * effects(factor);
    }
}

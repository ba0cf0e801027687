package dev.parabola.core.statistics;

/**
 * What changing a factor from one level to another does in one region, over all contexts: combinations of the other factors in which
 * two cells with these levels were compared.
 *
 * @param region the region
 * @param factor the factor
 * @param levelA the text of the level that comes first in the study
 * @param levelB the text of the other
 * @param contexts the number of contexts with at least one pair of trials, at least 1
 * @param betterA the contexts in which the cells are told apart and the first level's errors are smaller
 * @param betterB the contexts in which they are told apart and the second level's are
 * @param medianRatio the median over the contexts of the ratio of the first level's error to the second's, 0 to Infinity
 */
public record FactorEffect(
        String region,
        String factor,
        String levelA,
        String levelB,
        int contexts,
        int betterA,
        int betterB,
        double medianRatio) {}

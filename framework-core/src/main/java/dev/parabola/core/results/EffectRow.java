package dev.parabola.core.results;

import java.util.Optional;

/**
 * A row of {@code effects.csv}: what exchanging one level of a factor for another does in one region, over all contexts, the
 * combinations of the other compared factors' levels. Paired by replica: trials that failed are left out.
 *
 * @param region the region
 * @param factor the factor
 * @param levelA the text of the level that comes first in the study
 * @param levelB the text of the other
 * @param contexts the contexts in which at least one replica has both levels, at least 0
 * @param replicas the replicas that have both levels in at least one context, at least 0
 * @param tests what the replicas say; empty if there are none
 * @param contextsReversed the contexts whose two cells are told apart the other way than the effect goes; none where it goes neither
 *     way
 */
public record EffectRow(
        String region,
        String factor,
        String levelA,
        String levelB,
        int contexts,
        int replicas,
        Optional<Tests> tests,
        int contextsReversed) {

    /**
     * Ratios are of the first level's error to the second's, 0 to Infinity. In each replica the median over the contexts of its
     * logarithm is taken.
     *
     * @param ratio the typical ratio over the replicas, by Hodges and Lehmann
     * @param low the lower end of its 95 % interval, not adjusted; 0 below six replicas
     * @param high the upper end; Infinity below six replicas
     * @param p of the signed-rank test on the replicas' logarithms
     * @param pAdjusted the same by Holm, over all pairs of levels of the factor in the region
     */
    public record Tests(double ratio, double low, double high, double p, double pAdjusted) {
        /**
         * Which level has the smaller errors, whether or not the two are told apart: by the ratio, and where that is 1 by the interval.
         *
         * @return -1 for the first level, 1 for the second, 0 where neither has
         */
        public int direction() {
            if (ratio != 1) {
                return ratio < 1 ? -1 : 1;
            }
            return (high > 1 ? 1 : 0) - (low < 1 ? 1 : 0);
        }

        /**
         * Whether the errors are as good as equal.
         *
         * @return whether the ratio and its interval lie within {@link ComparisonRow#LEAST_FACTOR} of 1
         */
        public boolean isNegligible() {
            return ComparisonRow.isNegligible(ratio, low, high);
        }
    }

    /**
     * The same effect as one of a family.
     *
     * @param pAdjusted the adjusted p-value
     * @return a copy; the same if there are no tests
     */
    public EffectRow withPAdjusted(double pAdjusted) {
        return new EffectRow(
                region,
                factor,
                levelA,
                levelB,
                contexts,
                replicas,
                tests.map(raw -> new Tests(raw.ratio(), raw.low(), raw.high(), raw.p(), pAdjusted)),
                contextsReversed);
    }

    /**
     * Whether the levels are told apart. Levels that are not must not be ranked, nor need those that are.
     *
     * @return whether the adjusted p-value is below {@link ComparisonRow#SIGNIFICANCE}
     */
    public boolean isToldApart() {
        return tests.isPresent() && tests.get().pAdjusted() < ComparisonRow.SIGNIFICANCE;
    }

    /**
     * Whether the levels are told apart and one is yet as good as the other.
     *
     * @return whether the difference is told apart, and not worth a word
     */
    public boolean isAsGood() {
        return isToldApart() && tests.orElseThrow().isNegligible();
    }

    /**
     * The better of two levels that are told apart.
     *
     * @return the text of the level with the smaller errors; empty if they are not told apart or as good as each other
     */
    public Optional<String> better() {
        if (!isToldApart() || isAsGood()) {
            return Optional.empty();
        }
        return switch (tests.orElseThrow().direction()) {
            case -1 -> Optional.of(levelA);
            case 1 -> Optional.of(levelB);
            default -> Optional.empty();
        };
    }
}

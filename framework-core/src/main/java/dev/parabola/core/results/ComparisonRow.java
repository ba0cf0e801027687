package dev.parabola.core.results;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of {@code comparisons.csv}: two cells that differ in one factor, in one region, their trials paired by replica. Pairs in which
 * a trial failed are left out. Errors are relative to the target's spread, as {@code nrmse}; where the target of neither cell has any,
 * they are compared as {@code rmse}, and where only one has, not at all.
 *
 * @param region the region
 * @param factor the factor in which the cells differ
 * @param cellA the number of the first cell
 * @param cellB the number of the second, the greater
 * @param pairs the number of pairs, at least 0
 * @param winsA the pairs in which the first cell's error is smaller
 * @param winsB the pairs in which the second cell's is
 * @param successOnlyA the pairs in which only the first cell's trial learned the region
 * @param successOnlyB the pairs in which only the second's did
 * @param tests what the pairs say; empty if there are none
 */
public record ComparisonRow(
        String region,
        String factor,
        long cellA,
        long cellB,
        int pairs,
        int winsA,
        int winsB,
        int successOnlyA,
        int successOnlyB,
        Optional<Tests> tests) {
    /** Two cells are told apart when the adjusted p-value is below this. */
    public static final double SIGNIFICANCE = 0.05;

    /**
     * Of ratios and intervals that nowhere leave 1 by more than this factor the better level is not worth a word. Rounding that favours
     * one side in every replica is told apart however small it is.
     */
    public static final double LEAST_FACTOR = 1.005;

    /**
     * Ratios are of the first cell's error to the second's, 0 to Infinity.
     *
     * @param ratio the typical ratio, by Hodges and Lehmann
     * @param low the lower end of its 95 % interval, not adjusted; 0 below six pairs
     * @param high the upper end; Infinity below six pairs
     * @param p of the signed-rank test on the logarithms of the ratios
     * @param pAdjusted the same by Holm, over all comparisons of the region and factor
     * @param successP of McNemar's exact test, not adjusted
     */
    public record Tests(double ratio, double low, double high, double p, double pAdjusted, double successP) {
        /**
         * Whether the errors are as good as equal.
         *
         * @return whether the ratio and its interval lie within {@link #LEAST_FACTOR} of 1
         */
        public boolean isNegligible() {
            return ComparisonRow.isNegligible(ratio, low, high);
        }
    }

    /** The same of a ratio and of its inverse. */
    static boolean isNegligible(double ratio, double low, double high) {
        double least = Math.min(ratio, low);
        double most = Math.max(ratio, high);
        return most <= LEAST_FACTOR && 1 / least <= LEAST_FACTOR;
    }

    /**
     * The same comparison as one of a family.
     *
     * @param pAdjusted the adjusted p-value
     * @return a copy; the same if there are no tests
     */
    public ComparisonRow withPAdjusted(double pAdjusted) {
        return new ComparisonRow(
                region,
                factor,
                cellA,
                cellB,
                pairs,
                winsA,
                winsB,
                successOnlyA,
                successOnlyB,
                tests.map(raw -> new Tests(raw.ratio(), raw.low(), raw.high(), raw.p(), pAdjusted, raw.successP())));
    }

    /**
     * Whether the cells are told apart. Cells that are not must not be ranked.
     *
     * @return whether the adjusted p-value is below {@link #SIGNIFICANCE}
     */
    public boolean isToldApart() {
        return tests.isPresent() && tests.get().pAdjusted() < SIGNIFICANCE;
    }

    /**
     * The better of two cells that are told apart: by the ratio, and where most pairs are ties, so that it is 1, by the wins.
     *
     * @return the number of the cell with the smaller errors; empty if the cells are not told apart or their errors are as good as equal
     */
    public OptionalLong better() {
        int direction = isToldApart() && !tests.orElseThrow().isNegligible() ? direction() : 0;
        return direction == 0 ? OptionalLong.empty() : OptionalLong.of(direction < 0 ? cellA : cellB);
    }

    /**
     * Which cell has the smaller errors, whether or not the two are told apart: by the ratio, and where that is 1 by the wins.
     *
     * @return -1 for the first cell, 1 for the second, 0 where neither has
     */
    public int direction() {
        double ratio = tests.map(Tests::ratio).orElse(1.0);
        if (ratio == 1) {
            return Integer.compare(winsB, winsA);
        }
        return ratio < 1 ? -1 : 1;
    }
}

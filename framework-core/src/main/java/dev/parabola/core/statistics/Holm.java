package dev.parabola.core.statistics;

import java.util.Arrays;

/**
 * Adjusts p-values of one family so that rejecting those below α keeps the chance of any false rejection below α: S. Holm, "A simple
 * sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979).
 */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted values: of the i-th smallest of m, the largest of (m − j + 1)·p[j] for j ≤ i, at most 1.
     *
     * @param p the p-values of the family, from 0 to 1, in any order
     * @return the adjusted ones in the same order
     */
    public static double[] adjust(double... p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double[] adjustedSorted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, Math.min(1, (p.length - i) * sorted[i]));
            adjustedSorted[i] = largest;
        }
        double[] adjusted = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            adjusted[i] = adjustedSorted[Arrays.binarySearch(sorted, p[i])];
        }
        return adjusted;
    }
}

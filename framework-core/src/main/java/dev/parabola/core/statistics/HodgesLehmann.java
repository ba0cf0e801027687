package dev.parabola.core.statistics;

import java.util.Arrays;

/**
 * Where paired differences are centred: the median of their Walsh averages (x[i] + x[j])/2, i ≤ j, and the 95 % interval that goes
 * with the signed-rank test. J. L. Hodges and E. L. Lehmann, "Estimates of location based on rank tests", Annals of Mathematical
 * Statistics 34 (1963); M. Hollander and D. A. Wolfe, Nonparametric Statistical Methods (1973), sections 3.2 and 3.4.
 *
 * <p>Zeros are differences like any other. An average with an infinite difference is infinite; that of two opposite infinities is
 * 0: neither outweighs the other. So infinite differences of one sign leave the estimate finite up to a share of about 1 − 1/√2 or 29 %.
 *
 * @param estimate the median of the averages; where their number is even, the mean of the middle two
 * @param low the lower end of the interval, an average; -Infinity below six differences, too few for 95 %
 * @param high the upper end; Infinity below six differences
 */
public record HodgesLehmann(double estimate, double low, double high) {
    private static final double TAIL = 0.025;

    /**
     * Estimates the centre. The end points are the averages number c from either end, where c is the exact quantile of the signed-rank
     * distribution up to 50 differences, and above the smallest rank sum that the normal approximation does not reject. In time n log
     * n and memory n, though there are n(n + 1)/2 averages.
     *
     * @param differences at least one, in any order, no NaN; finite ones below half of {@link Double#MAX_VALUE} in magnitude
     * @return the estimate
     */
    public static HodgesLehmann of(double[] differences) {
        if (differences.length == 0) {
            throw new IllegalArgumentException("an estimate needs at least one difference");
        }
        WalshAverages averages = new WalshAverages(differences);
        long count = averages.count();
        double middle = averages.at((count + 1) / 2);
        double estimate = count % 2 == 1 ? middle : LogRatio.mean(middle, averages.at(count / 2 + 1));
        long end = end(differences.length);
        if (end == 0) {
            return new HodgesLehmann(estimate, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        return new HodgesLehmann(estimate, averages.at(end), averages.at(count + 1 - end));
    }

    private static long end(int n) {
        if (n <= SignedRankDistribution.MOST_RANKS) {
            return SignedRankDistribution.quantile(TAIL, n);
        }
        double mean = n * (n + 1.0) / 4;
        return (long) Math.ceil(mean - Normal.POINT_975 * Math.sqrt(mean * (2.0 * n + 1) / 6));
    }

    /** The averages in ascending order, none of them stored. */
    private static final class WalshAverages {
        private final double[] sorted;

        WalshAverages(double[] sample) {
            sorted = sample.clone();
            Arrays.sort(sorted);
            if (Double.isNaN(sorted[sorted.length - 1])) {
                throw new IllegalArgumentException("a difference is NaN");
            }
        }

        long count() {
            return sorted.length * (sorted.length + 1L) / 2;
        }

        /** The smallest double that as many averages do not exceed, which is one of them; rank from 1. */
        double at(long rank) {
            long low = key(sorted[0]);
            long high = key(sorted[sorted.length - 1]);
            while (low < high) {
                long between = (low & high) + ((low ^ high) >> 1);
                if (countUpTo(value(between)) >= rank) {
                    high = between;
                } else {
                    low = between + 1;
                }
            }
            // −0.0 comes before 0.0 as a key, and equals it as an average.
            return value(low) + 0.0;
        }

        /** The averages rise with either index, so one walk along the border between small and large finds all small ones. */
        private long countUpTo(double limit) {
            long count = 0;
            int j = sorted.length - 1;
            for (int i = 0; i <= j; i++) {
                while (j >= i && LogRatio.mean(sorted[i], sorted[j]) > limit) {
                    j--;
                }
                count += j - i + 1;
            }
            return count;
        }

        /** A double's place in the order of all doubles. */
        private static long key(double value) {
            long bits = Double.doubleToLongBits(value);
            return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
        }

        private static double value(long key) {
            return Double.longBitsToDouble(key ^ ((key >> (Long.SIZE - 1)) & Long.MAX_VALUE));
        }
    }
}

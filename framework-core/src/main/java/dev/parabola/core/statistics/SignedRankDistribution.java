package dev.parabola.core.statistics;

/**
 * What the sum of the ranks of positive differences can be when every difference is as likely positive as negative: counted, over
 * all assignments of signs. Ranks are doubled, so that midranks are whole. At most {@link #MOST_RANKS} ranks, so that every count is
 * exact.
 */
final class SignedRankDistribution {
    /** Above, the normal approximation serves. */
    static final int MOST_RANKS = 50;

    /** The number of assignments for each sum that was asked for. */
    private final double[] counts;

    private final double assignments;

    private SignedRankDistribution(int[] doubledRanks, int largestSum) {
        counts = new double[largestSum + 1];
        counts[0] = 1;
        int reached = 0;
        for (int rank : doubledRanks) {
            reached = Math.min(reached + rank, largestSum);
            for (int sum = reached; sum >= rank; sum--) {
                counts[sum] += counts[sum - rank];
            }
        }
        assignments = Math.scalb(1.0, doubledRanks.length);
    }

    /**
     * The probability of a sum that is at most a given one.
     *
     * @param doubledRanks twice the ranks
     * @param doubledSum twice the sum, at least 0
     * @return the probability, exact but for one rounding
     */
    static double atMost(int[] doubledRanks, int doubledSum) {
        SignedRankDistribution distribution = new SignedRankDistribution(doubledRanks, doubledSum);
        double count = 0;
        for (double each : distribution.counts) {
            count += each;
        }
        return count / distribution.assignments;
    }

    /**
     * A quantile where there are neither ties nor zeros.
     *
     * @param probability up to one half
     * @param n the number of differences
     * @return the smallest sum whose distribution function is at least the probability, as R's {@code qsignrank}
     */
    static int quantile(double probability, int n) {
        int[] ranks = new int[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = i + 1;
        }
        SignedRankDistribution distribution = new SignedRankDistribution(ranks, n * (n + 1) / 4);
        int sum = 0;
        double count = distribution.counts[0];
        while (count < probability * distribution.assignments) {
            sum++;
            count += distribution.counts[sum];
        }
        return sum;
    }
}

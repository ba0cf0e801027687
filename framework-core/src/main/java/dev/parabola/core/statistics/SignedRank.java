package dev.parabola.core.statistics;

import java.util.Arrays;

/**
 * The two-sided signed-rank test that paired differences are symmetric about zero: F. Wilcoxon, "Individual comparisons by ranking
 * methods", Biometrics Bulletin 1 (1945). Zeros are ranked with the others and then left out (J. W. Pratt, "Remarks on zeros and
 * ties in the Wilcoxon signed rank procedures", Journal of the American Statistical Association 54 (1959)); equal magnitudes share
 * their mean rank.
 *
 * <p>Up to 50 differences other than zero, among up to 1000, p is exact: the distribution over all assignments of signs, given the
 * ranks, ties and zeros included. Above, it is the normal approximation with the variance that ties and zeros leave, and without
 * continuity correction.
 *
 * @param rankSum the sum of the ranks of the positive differences
 * @param p the probability, when both signs are equally likely, of a sum at least as far from its mean; 1 where all differences are 0
 */
public record SignedRank(double rankSum, double p) {
    /** Keeps the exact distribution small where nearly all of very many differences are zero. */
    private static final int MOST_EXACT = 1000;

    /**
     * Tests differences.
     *
     * @param differences at least one, in any order, no NaN; infinite ones rank highest
     * @return the test
     */
    public static SignedRank test(double[] differences) {
        return new Ranking(differences).test();
    }

    /** Twice the ranks of the differences that are not zero, from the smallest magnitude on. */
    private static final class Ranking {
        private final int differences;
        private final int[] doubledRanks;
        private int count;
        private long doubledSum;
        private long doubledPositiveSum;

        Ranking(double[] sample) {
            if (sample.length == 0) {
                throw new IllegalArgumentException("a test needs at least one difference");
            }
            double[] sorted = sample.clone();
            Arrays.sort(sorted);
            if (Double.isNaN(sorted[sorted.length - 1])) {
                throw new IllegalArgumentException("a difference is NaN");
            }
            differences = sorted.length;
            int negatives = 0;
            while (negatives < differences && sorted[negatives] < 0) {
                negatives++;
            }
            int positive = negatives;
            while (positive < differences && sorted[positive] == 0) {
                positive++;
            }
            doubledRanks = new int[differences - (positive - negatives)];
            rank(sorted, negatives, positive);
        }

        private void rank(double[] sorted, int negatives, int firstPositive) {
            int negative = negatives - 1;
            int positive = firstPositive;
            int ranked = firstPositive - negatives;
            while (negative >= 0 || positive < differences) {
                double magnitude = Math.min(
                        negative >= 0 ? -sorted[negative] : Double.POSITIVE_INFINITY,
                        positive < differences ? sorted[positive] : Double.POSITIVE_INFINITY);
                int start = count;
                int firstOfThese = positive;
                while (negative >= 0 && -sorted[negative] == magnitude) {
                    negative--;
                    count++;
                }
                while (positive < differences && sorted[positive] == magnitude) {
                    positive++;
                    count++;
                }
                int tied = count - start;
                int doubledRank = 2 * ranked + tied + 1;
                Arrays.fill(doubledRanks, start, count, doubledRank);
                doubledSum += (long) tied * doubledRank;
                doubledPositiveSum += (long) (positive - firstOfThese) * doubledRank;
                ranked += tied;
            }
        }

        SignedRank test() {
            return new SignedRank(doubledPositiveSum / 2.0, Math.min(1, 2 * smallerTail()));
        }

        private double smallerTail() {
            long doubledSmaller = Math.min(doubledPositiveSum, doubledSum - doubledPositiveSum);
            if (count <= SignedRankDistribution.MOST_RANKS && differences <= MOST_EXACT) {
                return SignedRankDistribution.atMost(doubledRanks, (int) doubledSmaller);
            }
            double squares = 0;
            for (int rank : doubledRanks) {
                squares += (double) rank * rank;
            }
            return squares == 0 ? 1 : Normal.upperTail((doubledSum - 2 * doubledSmaller) / Math.sqrt(squares));
        }
    }
}

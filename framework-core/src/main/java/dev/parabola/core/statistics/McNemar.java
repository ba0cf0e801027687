package dev.parabola.core.statistics;

/**
 * The exact test that two methods succeed equally often on the same pairs: Q. McNemar, "Note on the sampling error of the difference
 * between correlated proportions or percentages", Psychometrika 12 (1947), with the binomial distribution of the pairs in which only
 * one of them succeeds.
 */
public final class McNemar {
    private McNemar() {}

    /**
     * The two-sided test: twice the smaller tail of the binomial distribution with probability one half, at most 1.
     *
     * @param onlyA the pairs in which only the first succeeded, at least 0
     * @param onlyB the pairs in which only the second succeeded, at least 0
     * @return p; 1 where there are no such pairs
     */
    public static double p(int onlyA, int onlyB) {
        if (onlyA < 0 || onlyB < 0) {
            throw new IllegalArgumentException(onlyA + " and " + onlyB + " pairs");
        }
        return Math.min(1, FairBinomial.bothTails(Math.min(onlyA, onlyB), (long) onlyA + onlyB));
    }
}

package dev.parabola.core.statistics;

/**
 * The 95 % score interval of a proportion: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927), without continuity correction.
 *
 * @param low its lower end; 0 exactly when there is no success
 * @param high its upper end; 1 exactly when all are successes
 */
public record Wilson(double low, double high) {
    private static final double Z = Normal.POINT_975;

    private static final double Z_SQUARED = Z * Z;

    /**
     * The interval (2k + z² ∓ z √(z² + 4k(n − k)/n)) / 2(n + z²).
     *
     * @param successes k, from 0 to n
     * @param trials n, at least 1
     * @return the interval
     */
    public static Wilson interval(int successes, int trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        double k = successes;
        double n = trials;
        double centre = 2 * k + Z_SQUARED;
        double reach = Z * Math.sqrt(Z_SQUARED + 4 * k * (n - k) / n);
        double width = 2 * (n + Z_SQUARED);
        return new Wilson(
                successes == 0 ? 0 : (centre - reach) / width, successes == trials ? 1 : (centre + reach) / width);
    }
}

package dev.parabola.core.statistics;

import dev.parabola.api.math.Elementary;

/** The standard normal distribution. */
final class Normal {
    /** The 97.5 % point. */
    static final double POINT_975 = 1.959963984540054;

    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double SQRT_TWO_PI = 2.5066282746310002;

    /** Left of it 1 − erf loses at most two digits; right of it the fraction has converged to the last bit. */
    private static final double FRACTION_FROM = 2;

    private static final int FRACTION_TERMS = 100;

    private Normal() {}

    /**
     * The probability of a value above z, with a relative error below 1e-14 wherever it is a normal number (z to 37.5), then rounded
     * through the subnormal ones to 0.
     *
     * <p>Up to 2 it is (1 − erf(z/√2))/2; beyond, the density times Laplace's continued fraction 1/(z + 1/(z + 2/(z + 3/(z + …)))):
     * Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.14.
     *
     * @param z from 0 to Infinity
     * @return the probability, at most one half
     */
    static double upperTail(double z) {
        if (z < FRACTION_FROM) {
            return (1 - Elementary.erf(z * SQRT_HALF)) / 2;
        }
        double fraction = z;
        for (int k = FRACTION_TERMS; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return density(z) / fraction;
    }

    private static double density(double z) {
        double square = z * z;
        // exp would make the rounding of the square hundreds of times larger.
        double rounding = Math.fma(z, z, -square);
        double exponential = Elementary.exp(-square / 2);
        return exponential == 0 ? 0 : exponential * (1 - rounding / 2) / SQRT_TWO_PI;
    }
}

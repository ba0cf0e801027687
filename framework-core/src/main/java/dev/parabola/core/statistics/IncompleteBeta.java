package dev.parabola.core.statistics;

import dev.parabola.api.math.Elementary;

/**
 * The regularised incomplete beta function of whole numbers, on the engine's own functions. The power before the continued fraction is the
 * binomial probability by C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000); the fraction is 8.17.22 of the NIST
 * Digital Library of Mathematical Functions, evaluated by Lentz's method.
 */
final class IncompleteBeta {
    private static final double TINY = 0x1p-1000;
    private static final double CONVERGED = 0x1p-52;
    private static final int MOST_TERMS = 100_000;
    private static final double TWO_PI = 6.283185307179586;

    /** ln n! less Stirling's first terms, for n from 0. */
    private static final double[] STIRLING_ERROR = {
        0.0,
        0.08106146679532726,
        0.0413406959554093,
        0.02767792568499834,
        0.020790672103765093,
        0.01664469118982119,
        0.013876128823070748,
        0.01189670994589177,
        0.010411265261972096,
        0.009255462182712733,
        0.00833056343336287,
        0.007573675487951841,
        0.00694284010720953,
        0.006408994188004207,
        0.005951370112758848,
        0.0055547335519628
    };

    private IncompleteBeta() {}

    /**
     * The probability of at least k successes.
     *
     * @param k from 1 to n
     * @param n the number of trials
     * @param p the probability of a success, above 0 and below 1
     * @return from 0 to 1, with a relative error of about 1e-13
     */
    static double atLeast(long k, long n, double p) {
        return regularized(p, k, n - k + 1);
    }

    /** I<sub>x</sub>(a, b) for 0 &lt; x &lt; 1 and a, b at least 1. */
    private static double regularized(double x, long a, long b) {
        return x < (a + 1.0) / (a + b + 2.0) ? lower(x, a, b) : 1 - lower(1 - x, b, a);
    }

    private static double lower(double x, long a, long b) {
        return binomial(a, a + b, x, 1 - x) * b / (a + b) * fraction(x, (double) a, (double) b);
    }

    /** The probability of k successes among n, neither 0 nor n. */
    private static double binomial(long k, long n, double p, double q) {
        double log = stirlingError(n)
                - stirlingError(k)
                - stirlingError(n - k)
                - deviance((double) k, n * p)
                - deviance((double) (n - k), n * q);
        return Elementary.exp(log) * Math.sqrt(n / (TWO_PI * k * (n - k)));
    }

    private static double stirlingError(long n) {
        if (n < STIRLING_ERROR.length) {
            return STIRLING_ERROR[(int) n];
        }
        double square = (double) n * n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square)
                / n;
    }

    /** x ln(x/mean) + mean − x, without cancellation where the two are close. */
    private static double deviance(double x, double mean) {
        if (Math.abs(x - mean) < 0.1 * (x + mean)) {
            double v = (x - mean) / (x + mean);
            double sum = (x - mean) * v;
            double power = 2 * x * v;
            for (int j = 1; j < MOST_TERMS; j++) {
                power *= v * v;
                double next = sum + power / (2 * j + 1);
                if (next == sum) {
                    break;
                }
                sum = next;
            }
            return sum;
        }
        return x * Elementary.log(x / mean) + mean - x;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double step = d * c;
            value *= step;
            if (Math.abs(step - 1) <= CONVERGED) {
                break;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}

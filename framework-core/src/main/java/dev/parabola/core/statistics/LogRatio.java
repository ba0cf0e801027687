package dev.parabola.core.statistics;

import dev.parabola.api.math.Elementary;
import java.util.Arrays;

/**
 * The logarithm of one error divided by another, and back. Exchanging the two gives exactly the negative logarithm, and of the two
 * ratios one is exactly the reciprocal of the other.
 */
final class LogRatio {
    private LogRatio() {}

    /**
     * log(a/b): 0 for equal errors, two diverged ones (NaN) or two of 0 included; a diverged one is worse than any other, 0 better.
     */
    static double of(double a, double b) {
        int order = Double.compare(a, b);
        if (order == 0) {
            return 0;
        }
        return order > 0 ? ofLarger(a, b) : -ofLarger(b, a);
    }

    /** The logarithm of the quotient and not the difference of logarithms, so that equal ratios stay equal and tie. */
    private static double ofLarger(double a, double b) {
        if (Double.isNaN(a)) {
            return Double.POSITIVE_INFINITY;
        }
        double quotient = a / b;
        return quotient <= Double.MAX_VALUE ? Elementary.log(quotient) : Elementary.log(a) - Elementary.log(b);
    }

    /** The ratio whose logarithm this is, from 0 to Infinity. */
    static double ratio(double logarithm) {
        return logarithm >= 0 ? Elementary.exp(logarithm) : 1 / Elementary.exp(-logarithm);
    }

    /** The mean of two; that of two opposite infinities is 0: neither outweighs the other. */
    static double mean(double a, double b) {
        double sum = a + b;
        return Double.isNaN(sum) ? 0 : sum / 2;
    }

    /** The median of at least one logarithm, no NaN among them; of an even number the mean of the middle two. */
    static double median(double[] logarithms) {
        double[] sorted = logarithms.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        // −0.0 comes before 0.0 in the order of doubles, and equals it as a logarithm.
        return (sorted.length % 2 == 1 ? sorted[half] : mean(sorted[half - 1], sorted[half])) + 0.0;
    }
}

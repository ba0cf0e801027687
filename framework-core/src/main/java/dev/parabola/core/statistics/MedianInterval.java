package dev.parabola.core.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * An interval between two values of a sample that covers the median of what was sampled with a probability of at least 95 %, whatever
 * its distribution: H. A. David and H. N. Nagaraja, Order Statistics (2003), section 7.1.
 *
 * @param low its lower end
 * @param high its upper end; NaN if that is a diverged trial
 */
public record MedianInterval(double low, double high) {
    private static final double TAIL = 0.025;

    /**
     * The narrowest such interval with as many values below it as above.
     *
     * @param sample values in any order; NaN ranks above Infinity
     * @return the interval; empty below six values, of which none covers the median so often
     */
    public static Optional<MedianInterval> of(double[] sample) {
        int rank = (int) FairBinomial.quantile(TAIL, sample.length);
        if (rank == 0) {
            return Optional.empty();
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return Optional.of(new MedianInterval(sorted[rank - 1], sorted[sorted.length - rank]));
    }
}

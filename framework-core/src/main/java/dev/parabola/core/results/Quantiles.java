package dev.parabola.core.results;

import java.util.Arrays;

/**
 * Quantiles of a sample, R's type 7: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50
 * (1996). Here and not with the statistics, because the predictions of a cell are written as quantiles.
 */
public final class Quantiles {
    private final double[] sorted;

    /**
     * Sorts a sample.
     *
     * @param sample the values in any order, at least one; copied
     */
    public Quantiles(double[] sample) {
        this(sample, sample.length, sample.length);
    }

    /**
     * Sorts a sample of which some values are not there.
     *
     * @param values the values that are, in any order; copied
     * @param count how many of them belong to the sample, from the first on
     * @param size the size of the sample, at least 1; what is not there counts as NaN, which ranks worst
     */
    public Quantiles(double[] values, int count, int size) {
        if (size == 0) {
            throw new IllegalArgumentException("a quantile needs at least one value");
        }
        sorted = Arrays.copyOf(values, size);
        Arrays.fill(sorted, count, size, Double.NaN);
        // Its order is total: −0.0 before 0.0, and NaN after Infinity, so what diverged ranks worst.
        Arrays.sort(sorted);
    }

    /**
     * A quantile: (1 − h)·x[i] + h·x[i + 1], in this order of operations, where i + h = (n − 1)·p.
     *
     * @param p the probability, from 0 to 1
     * @return the quantile; NaN where it falls on a NaN or between −Infinity and Infinity
     */
    public double at(double p) {
        double index = (sorted.length - 1) * p;
        int below = (int) Math.floor(index);
        double h = index - below;
        double low = sorted[below];
        if (h == 0) {
            return low;
        }
        double high = sorted[below + 1];
        return low == high ? low : (1 - h) * low + h * high;
    }
}

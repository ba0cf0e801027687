package dev.parabola.core.statistics;

import java.util.Arrays;

/**
 * The best piecewise linear fits to points, knots anywhere and jumps allowed: for each number of pieces the smallest sum of squared
 * errors. By dynamic programming over where the last piece begins (R. Bellman, "On the approximation of curves by line segments using
 * dynamic programming", Communications of the ACM 4, 1961), in O(pieces · n²).
 */
final class PiecewiseFit {
    private static final double OF_DEVIATION = 1e-12;
    private static final double OF_LARGEST = 0x1p-50;

    private final double[] x;
    private final double[] y;
    /** Errors up to it are those of the arithmetic, or of the outputs' last digits. */
    private final double rounding;
    /** The smallest sum for the points before each, with as many pieces as were asked for last. */
    private double[] best;

    private int pieces = 1;
    private double[] sums = new double[2];

    /**
     * Points to be fitted.
     *
     * @param x their inputs, ascending, at least one
     * @param y their outputs
     */
    PiecewiseFit(double[] x, double[] y) {
        this.x = x.clone();
        this.y = y.clone();
        double largest = 0;
        for (double output : y) {
            largest = Math.max(largest, Math.abs(output));
        }
        rounding = Math.max(OF_DEVIATION * deviation(), OF_LARGEST * Math.max(largest, ofInputs()));
        best = new double[x.length + 1];
        extend(0, (end, sum) -> best[end] = sum);
        sums[1] = best[x.length];
    }

    /** How much the outputs change where the largest input changes by its own size: their share of its rounding. */
    private double ofInputs() {
        double steepest = 0;
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
            if (i > 0 && x[i] > x[i - 1]) {
                steepest = Math.max(steepest, Math.abs(y[i] - y[i - 1]) / (x[i] - x[i - 1]));
            }
        }
        return largest * steepest;
    }

    private double deviation() {
        double mean = 0;
        for (double output : y) {
            mean += output / y.length;
        }
        double sum = 0;
        for (double output : y) {
            sum += (output - mean) * (output - mean);
        }
        return Math.sqrt(sum / y.length);
    }

    /**
     * The smallest root mean squared error.
     *
     * @param wanted the number of pieces, at least 1
     * @return at least 0; exactly 0 where each piece has two points or fewer, and where only rounding is left
     */
    double rmse(long wanted) {
        if (wanted >= (x.length + 1L) / 2) {
            return 0;
        }
        while (pieces < wanted) {
            addPiece();
        }
        double error = Math.sqrt(sums[(int) wanted] / x.length);
        return error <= rounding ? 0 : error;
    }

    private void addPiece() {
        double[] before = best;
        double[] after = before.clone();
        for (int start = 1; start < x.length; start++) {
            double sum = before[start];
            extend(start, (end, residual) -> after[end] = Math.min(after[end], sum + residual));
        }
        best = after;
        pieces++;
        sums = Arrays.copyOf(sums, pieces + 1);
        sums[pieces] = after[x.length];
    }

    private interface Segment {
        void take(int end, double residual);
    }

    /**
     * The sums of squared residuals of the lines through the points from one on, up to each later one. Points are added one by one to the
     * regression: each adds e²/(1 + 1/k + (x − x̄)²/Sxx), e being its distance from the line through those before; so sums never fall, and
     * small ones do not come from the difference of large ones.
     */
    private void extend(int start, Segment segment) {
        double meanX = x[start];
        double meanY = y[start];
        double sxx = 0;
        double sxy = 0;
        double residual = 0;
        segment.take(start + 1, 0);
        for (int i = start + 1; i < x.length; i++) {
            int k = i - start;
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            if (sxx > 0) {
                double error = dy - sxy / sxx * dx;
                residual += error * error / (1 + 1.0 / k + dx * dx / sxx);
            }
            double share = k / (k + 1.0);
            sxx += dx * dx * share;
            sxy += dx * dy * share;
            meanX += dx / (k + 1);
            meanY += dy / (k + 1);
            segment.take(i + 1, residual);
        }
    }
}

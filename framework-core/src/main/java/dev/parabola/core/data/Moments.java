package dev.parabola.core.data;

/** Mean and standard deviation of a column, summed in order. */
final class Moments {
    private static final int SCALE = 600;

    private Moments() {}

    static double mean(double[] values, int first, int step) {
        double sum = 0;
        int count = 0;
        for (int i = first; i < values.length; i += step) {
            sum += values[i];
            count++;
        }
        return sum / count;
    }

    /** Divides by N; exactly 0 where all values are equal, which rounding would hide. */
    static double standardDeviation(double[] values, int first, int step) {
        double mean = mean(values, first, step);
        double sum = 0;
        int count = 0;
        boolean constant = true;
        for (int i = first; i < values.length; i += step) {
            double deviation = values[i] - mean;
            sum = Math.fma(deviation, deviation, sum);
            count++;
            constant &= values[i] == values[first];
        }
        if (constant) {
            return 0;
        }
        return Double.isInfinite(sum) || Double.isNaN(sum) ? ofSmaller(values, first, step) : Math.sqrt(sum / count);
    }

    /** Where squares overflow, that of so small a part of the values that they do not. */
    private static double ofSmaller(double[] values, int first, int step) {
        double[] small = values.clone();
        for (int i = first; i < values.length; i += step) {
            if (!Double.isFinite(values[i])) {
                return Double.NaN;
            }
            small[i] = Math.scalb(values[i], -SCALE);
        }
        return Math.scalb(standardDeviation(small, first, step), SCALE);
    }
}

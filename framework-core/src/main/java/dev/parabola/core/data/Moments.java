package dev.parabola.core.data;

/** Mean and standard deviation of a column, summed in order. */
final class Moments {
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
        return constant ? 0 : Math.sqrt(sum / count);
    }
}

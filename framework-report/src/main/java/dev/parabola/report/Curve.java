package dev.parabola.report;

import java.util.Arrays;

/**
 * The values of a curve, to be written as lowest and highest value and three characters a point: its place between the two in 18
 * bits, finer than any screen, in a third of the room that digits take. The last code stands for what is not finite.
 */
final class Curve {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int NOT_FINITE = (1 << 18) - 1;
    private static final int HIGHEST = NOT_FINITE - 1;

    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 17;
    private static final SignificantDigits FEWEST = new SignificantDigits(FEWEST_DIGITS);

    private double[] values;
    private int size;

    Curve() {
        this(new double[256], 0);
    }

    private Curve(double[] values, int size) {
        this.values = values;
        this.size = size;
    }

    /** A curve of values that nobody changes any more. */
    static Curve of(double[] values) {
        return new Curve(values, values.length);
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double at(int index) {
        return values[index];
    }

    void clear() {
        size = 0;
    }

    void write(Json json) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            if (Double.isFinite(values[i])) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        double width = high - low;
        low = rounded(low, width);
        high = rounded(high, width);
        StringBuilder codes = new StringBuilder(3 * size);
        for (int i = 0; i < size; i++) {
            int code = NOT_FINITE;
            if (Double.isFinite(values[i])) {
                // Halves, because the width of the widest curves is beyond the largest double.
                double share = high > low ? (values[i] / 2 - low / 2) / (high / 2 - low / 2) : 0;
                code = (int) Math.rint(Math.max(0, Math.min(share, 1)) * HIGHEST);
            }
            codes.append(DIGITS.charAt(code >> 12))
                    .append(DIGITS.charAt(code >> 6 & 63))
                    .append(DIGITS.charAt(code & 63));
        }
        json.begin('[').exactly(low).exactly(high).text(codes.toString()).end(']');
    }

    /** With as many digits as it takes not to move an end by more than a place, however far from 0 the curve lies. */
    private static double rounded(double end, double width) {
        if (!Double.isFinite(end)) {
            return end;
        }
        int digits = FEWEST_DIGITS;
        double result = FEWEST.round(end);
        while (digits < MOST_DIGITS && Math.abs(result - end) > width / HIGHEST) {
            digits++;
            result = new SignificantDigits(digits).round(end);
        }
        return result;
    }
}

package dev.parabola.core.data;

import dev.parabola.core.study.DataSettings.Scaling;

/**
 * What a network sees of a column: {@code (value − shift) ÷ scale}.
 *
 * @param shift what is subtracted
 * @param scale what is divided by, positive
 */
public record AffineMap(double shift, double scale) {
    private static final AffineMap IDENTITY = new AffineMap(0, 1);

    /**
     * The map of a column of training data.
     *
     * @param scaling the kind of map
     * @param values the array that holds the column
     * @param first the index of the column's first value
     * @param step the distance between its values
     * @return the map
     */
    public static AffineMap fit(Scaling scaling, double[] values, int first, int step) {
        return switch (scaling) {
            case NONE -> IDENTITY;
            case STANDARD -> {
                double mean = Moments.mean(values, first, step);
                yield new AffineMap(mean, orOne(Moments.standardDeviation(values, first, step)));
            }
            case MIN_MAX -> {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (int i = first; i < values.length; i += step) {
                    low = Math.min(low, values[i]);
                    high = Math.max(high, values[i]);
                }
                yield new AffineMap(low, orOne(high - low));
            }
        };
    }

    private static double orOne(double scale) {
        return scale == 0 ? 1 : scale;
    }

    /**
     * What the network sees.
     *
     * @param value in the data's own units
     * @return the value in scaled units
     */
    public double apply(double value) {
        return (value - shift) / scale;
    }

    /**
     * Undoes {@link #apply}.
     *
     * @param scaled in scaled units
     * @return the value in the data's own units
     */
    public double invert(double scaled) {
        return scaled * scale + shift;
    }
}

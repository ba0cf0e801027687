package dev.parabola.core.data;

/**
 * The points of a region and what a perfect network would answer there.
 *
 * @param name the region's name
 * @param points the points with the target's values, without noise; at least one
 * @param standardDeviation the standard deviation (dividing by N) of the target over the points
 */
public record Region(String name, Samples points, double standardDeviation) {
    /** A spread below that share of the largest value is the rounding of a constant. */
    private static final double ROUNDING = 1e-12;

    /**
     * A region of given points.
     *
     * @param name the region's name
     * @param points the points with the target's values
     */
    public Region(String name, Samples points) {
        this(name, points, Moments.standardDeviation(points.outputs(), 0, 1));
    }

    /**
     * Whether the target is the same number at all points, up to rounding.
     *
     * @return true if its standard deviation is at most 1e-12 of its largest magnitude
     */
    public boolean isConstant() {
        double largest = 0;
        for (double value : points.outputs()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return standardDeviation <= ROUNDING * largest;
    }
}

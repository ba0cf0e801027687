package dev.parabola.core.data;

/**
 * The points of a region and what a perfect network would answer there.
 *
 * @param name the region's name
 * @param points the points with the target's values, without noise; at least one
 * @param standardDeviation the standard deviation (dividing by N) of the target over the points
 */
public record Region(String name, Samples points, double standardDeviation) {
    /**
     * A region of given points.
     *
     * @param name the region's name
     * @param points the points with the target's values
     */
    public Region(String name, Samples points) {
        this(name, points, Moments.standardDeviation(points.outputs(), 0, 1));
    }
}

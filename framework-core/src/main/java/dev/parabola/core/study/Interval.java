package dev.parabola.core.study;

/**
 * A closed interval.
 *
 * @param low its lower end, finite
 * @param high its upper end, finite, greater than {@code low}; of an interval around points it may be the same
 */
public record Interval(double low, double high) {
    /**
     * The middle.
     *
     * @return half the sum of the ends
     */
    public double centre() {
        return low / 2 + high / 2;
    }

    /**
     * The length.
     *
     * @return high − low
     */
    public double width() {
        return high - low;
    }

    /**
     * The smallest interval that holds this one and another.
     *
     * @param other the other
     * @return from the lesser low end to the greater high end
     */
    public Interval union(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /**
     * The interval stretched about its centre.
     *
     * @param factor the ratio of the widths
     * @return the stretched interval; the interval itself for factor 1
     */
    public Interval stretched(double factor) {
        if (factor == 1) {
            return this;
        }
        double half = (high - low) / 2 * factor;
        return new Interval(centre() - half, centre() + half);
    }
}

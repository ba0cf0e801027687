package dev.parabola.core.data;

/**
 * Points and the outputs that belong to them.
 *
 * @param inputs ordered [sample][input], in the target's own units
 * @param outputs ordered [sample], in the target's own units
 */
public record Samples(double[] inputs, double[] outputs) {
    /**
     * The number of points.
     *
     * @return at least 0
     */
    public int count() {
        return outputs.length;
    }

    /**
     * The number of inputs of a point.
     *
     * @return at least 1; 0 where there are no points
     */
    public int dimensions() {
        return count() == 0 ? 0 : inputs.length / count();
    }

    /**
     * How far the outputs spread.
     *
     * @return their standard deviation, dividing by N; exactly 0 where all are the same
     */
    public double outputDeviation() {
        return Moments.standardDeviation(outputs, 0, 1);
    }
}

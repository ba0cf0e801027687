package dev.parabola.core.kernel.vector;

/** Sums of squared errors of the lanes of one vector, with all their state in the arguments. */
interface ErrorCode64 {
    /**
     * Sums squares.
     *
     * @param predictions ordered [point][lane]
     * @param targets ordered [point][lane]
     * @param at the first lane
     * @param end the number of points times lanes
     * @param stride the number of lanes
     * @param sums receives a value per lane
     */
    void squares(double[] predictions, double[] targets, int at, int end, int stride, double[] sums);

    /**
     * Sums squares and finds the largest errors, in the target's units.
     *
     * @param predictions ordered [point][lane]
     * @param at the first lane
     * @param stride the number of lanes
     * @param points the number of points
     * @param scales a value per lane
     * @param shifts a value per lane
     * @param targets ordered [point]
     * @param sums receives a value per lane
     * @param largest receives a value per lane
     */
    void examine(
            double[] predictions,
            int at,
            int stride,
            int points,
            double[] scales,
            double[] shifts,
            double[] targets,
            double[] sums,
            double[] largest);
}

package dev.parabola.core.kernel.vector;

/** Loops over the rows of a batch, with all their state in the arguments. All offsets and sizes count numbers, not rows of lanes. */
interface BatchCode64 {
    /**
     * Copies points in a new order.
     *
     * @param from ordered [point][column][lane]
     * @param order the numbers of the points
     * @param first the place of the first in the order
     * @param count how many points
     * @param columns the size of a point: its columns times lanes
     * @param to ordered [point][column][lane]
     * @param start the index of the first row in both
     */
    void gather(double[] from, int[] order, int first, int count, int columns, double[] to, int start);

    /**
     * The mean squared error and its derivative.
     *
     * @param samples the number of samples
     * @param predictions ordered [sample][lane]
     * @param targets ordered [sample][lane]
     * @param delta ordered [sample][lane]
     * @param loss a value per lane
     * @param start the index of the first row in all of them
     */
    void meanSquaredError(
            int samples, double[] predictions, double[] targets, double[] delta, double[] loss, int start);

    /**
     * Finds numbers that are not finite.
     *
     * @param values rows of lanes
     * @param at the index of the first
     * @param end the index after the last
     * @param zeroOrNaN becomes NaN in the lanes that have any, else 0; begins with its array
     */
    void testFinite(double[] values, int at, int end, double[] zeroOrNaN);

    /**
     * Sums columns in the order of their rows, from 0.
     *
     * @param values ordered [row][column][lane]
     * @param start the index of the first
     * @param columns the size of a row: its columns times lanes
     * @param stride the distance between rows
     * @param rows the number of rows
     * @param sums receives the sums, ordered [column][lane]
     * @param at where they begin there
     */
    void sumColumns(double[] values, int start, int columns, int stride, int rows, double[] sums, int at);
}

package dev.parabola.core.kernel;

/** A program's loop over the rows of one lane, with all its state in the arguments. */
interface RowLoop64 {
    /**
     * Computes what is the same for all rows.
     *
     * @param uniforms the values of the inputs that do not vary by row, then of the program's constants; the i-th at i × stride + first
     * @param hoisted receives the results; the i-th at i × stride + first
     * @param stride the number of lanes
     * @param first the index of the lane's number in the first row
     */
    void hoist(double[] uniforms, double[] hoisted, int stride, int first);

    /**
     * Computes the outputs of some rows.
     *
     * @param arrays an array for each input that varies by row, then one for each output
     * @param start the index of the first row's value
     * @param rows the number of rows
     * @param stride the distance between the values of consecutive rows: the number of lanes
     * @param hoisted what {@link #hoist} computed
     * @param first the index of the lane's number in the first row of what was hoisted
     */
    void run(double[][] arrays, int start, int rows, int stride, double[] hoisted, int first);
}

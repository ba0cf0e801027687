package dev.parabola.core.kernel;

/** A program's loop over the rows of one lane, with all its state in the arguments. */
interface RowLoop {
    /**
     * Computes the outputs of some rows.
     *
     * @param arrays an array for each input that varies by row, then one for each output
     * @param start the index of the first row's value
     * @param rows the number of rows
     * @param stride the distance between the values of consecutive rows
     * @param uniforms the values of the other inputs, then of the program's constants; the i-th at i × stride + lane
     * @param lane the lane
     */
    void run(double[][] arrays, int start, int rows, int stride, double[] uniforms, int lane);
}

package dev.parabola.core.kernel.vector;

/** A program's loop over rows of lanes, with all its state in the arguments. */
interface RowCode64 {
    /**
     * Computes what is the same for all rows.
     *
     * @param uniforms the inputs that do not vary by row, then the constants, ordered [input or constant][lane]
     * @param hoisted the results, ordered [result][lane]
     * @param first the index of the first row in both
     * @param scratch two rows, for whatever
     */
    void hoist(double[] uniforms, double[] hoisted, int first, double[] scratch);

    /**
     * Computes the outputs of some rows.
     *
     * @param arrays an array for each input that varies by row, then one for each output
     * @param at the index of the first row
     * @param end the index after the last row
     * @param hoisted what {@link #hoist} computed
     * @param first the index of the first row there
     * @param scratch two rows, for whatever
     */
    void rows(double[][] arrays, int at, int end, double[] hoisted, int first, double[] scratch);
}

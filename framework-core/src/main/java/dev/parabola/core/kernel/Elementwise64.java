package dev.parabola.core.kernel;

/**
 * A compiled {@link dev.parabola.api.expression.Program} that is applied to every row of arrays alike. What is the same for all rows
 * is computed by {@link #hoist} beforehand.
 *
 * @see Kernel64#compile
 */
public interface Elementwise64 {
    /**
     * How many values {@link #hoist} computes.
     *
     * @return a number of rows
     */
    int hoisted();

    /**
     * Computes what is the same for all rows.
     *
     * @param lanes the lanes
     * @param uniforms the values of the program's inputs that do not vary by row, then of its constants ({@link
     *     LaneConstants64#constants}), ordered [input or constant][lane]
     * @param hoisted receives the results, ordered [result][lane]
     */
    void hoist(Lanes lanes, double[] uniforms, double[] hoisted);

    /**
     * Computes the outputs of some rows of all active lanes; those of other lanes may change as well.
     *
     * @param lanes the lanes
     * @param arrays an array for each input that varies by row, then one for each output, all lane-innermost; an output may be the
     *     same array as an input
     * @param firstRow the first row
     * @param rows the number of rows
     * @param hoisted what {@link #hoist} computed
     */
    void apply(Lanes lanes, double[][] arrays, int firstRow, int rows, double[] hoisted);
}

package dev.parabola.core.kernel;

/**
 * A compiled {@link dev.parabola.api.expression.Program} that is applied to every row of arrays alike.
 *
 * @see Kernel#compile
 */
@FunctionalInterface
public interface Elementwise {
    /**
     * Computes the outputs of some rows of all active lanes.
     *
     * @param lanes the lanes
     * @param arrays an array for each input that varies by row, then one for each output, all lane-innermost; an output may be the
     *     same array as an input
     * @param firstRow the first row
     * @param rows the number of rows
     * @param uniforms the values of the program's other inputs, then of its constants ({@link Compiled#constants}), ordered
     *     [input or constant][lane]
     */
    void apply(Lanes lanes, double[][] arrays, int firstRow, int rows, double[] uniforms);
}

package dev.parabola.core.kernel.vector;

import dev.parabola.core.kernel.SplitProgram;
import dev.parabola.core.kernel.vector.KernelWriter.Terms;

/**
 * Runs written loops over a few rows of zeros until they are compiled. In use their first call would run a long time before the virtual
 * machine knew that it pays, and then be compiled twice, once to go on in the middle of that call.
 */
final class WarmUp64 {
    /** Enough, and none too many, with the thresholds that the launcher sets. */
    private static final int CALLS = 24;

    private static final int ROUNDS = 16;

    private WarmUp64() {}

    static void tile(TileCode64 tile, Terms terms, int rows, int columns, int lanes) {
        int count = terms == Terms.ONE ? 1 : terms == Terms.FEW ? Terms.MOST_FEW : ROUNDS;
        int longest = 2 * Math.max(rows, columns) * count * lanes;
        double[] a = new double[longest];
        double[] b = new double[longest];
        double[] start = new double[2 * rows * columns * lanes];
        double[] result = new double[start.length];
        for (int call = 0; call < CALLS; call++) {
            tile.run(
                    a,
                    0,
                    count * lanes,
                    rows * lanes,
                    b,
                    0,
                    count * lanes,
                    columns * lanes,
                    count,
                    start,
                    0,
                    result,
                    0,
                    columns * lanes,
                    2);
        }
    }

    static void rows(RowCode64 code, SplitProgram program, int lanes) {
        double[][] arrays = new double[program.rowInputs() + program.program().outputCount()][ROUNDS * lanes];
        double[] hoisted = new double[program.hoisted() * lanes];
        double[] scratch = new double[2 * lanes];
        for (int call = 0; call < CALLS; call++) {
            code.rows(arrays, 0, ROUNDS * lanes, hoisted, 0, scratch);
        }
    }

    static void fused(
            FusedCode64 code, SplitProgram program, int inputs, int samplesAtOnce, int unitsAtOnce, int lanes) {
        int samples = 2 * samplesAtOnce;
        int units = 2 * unitsAtOnce;
        double[] parameters = new double[(units * (inputs + 2) + 1) * lanes];
        double[] gradient = new double[parameters.length];
        double[] x = new double[samples * inputs * lanes];
        double[] targets = new double[samples * lanes];
        double[] outputs = new double[samples * lanes];
        double[] hoisted = new double[program.hoisted() * lanes];
        double[] loss = new double[lanes];
        double[] scratch = new double[2 * lanes];
        int biases = units * inputs * lanes;
        for (int call = 0; call < CALLS; call++) {
            code.backward(
                    samples,
                    units * lanes,
                    parameters,
                    0,
                    biases,
                    biases + units * lanes,
                    biases + 2 * units * lanes,
                    x,
                    targets,
                    hoisted,
                    gradient,
                    loss,
                    outputs,
                    0,
                    scratch);
        }
    }
}

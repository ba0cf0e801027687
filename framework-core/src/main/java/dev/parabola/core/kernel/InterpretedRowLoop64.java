package dev.parabola.core.kernel;

import dev.parabola.api.expression.Program;

/**
 * Runs a program that is too large to be compiled. It computes everything anew in each row, so what it hoists are the uniform inputs
 * and constants themselves.
 */
final class InterpretedRowLoop64 implements RowLoop64 {
    private final SplitProgram split;
    private final int uniforms;

    InterpretedRowLoop64(SplitProgram split) {
        this.split = split;
        this.uniforms = hoisted(split);
    }

    /** How many values it hoists. */
    static int hoisted(SplitProgram split) {
        return split.uniformInputs() + split.program().constants().length;
    }

    @Override
    public void hoist(double[] uniformValues, double[] hoisted, int stride, int first) {
        for (int i = 0; i < uniforms; i++) {
            hoisted[i * stride + first] = uniformValues[i * stride + first];
        }
    }

    @Override
    public void run(double[][] arrays, int start, int rows, int stride, double[] hoisted, int first) {
        int rowInputs = split.rowInputs();
        int uniformInputs = split.uniformInputs();
        double[] inputs = new double[rowInputs + uniformInputs];
        for (int i = 0; i < uniformInputs; i++) {
            inputs[rowInputs + i] = hoisted[i * stride + first];
        }
        /* always */ double[] constants = new /* always */ double[uniforms - uniformInputs];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = hoisted[(uniformInputs + i) * stride + first];
        }
        Program program = split.program().withConstants(constants);
        for (int row = 0, at = start; row < rows; row++, at += stride) {
            for (int i = 0; i < rowInputs; i++) {
                inputs[i] = arrays[i][at];
            }
            double[] outputs = program.evaluate(inputs);
            for (int i = 0; i < outputs.length; i++) {
                arrays[rowInputs + i][at] = outputs[i];
            }
        }
    }
}

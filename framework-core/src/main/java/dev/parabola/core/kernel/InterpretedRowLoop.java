package dev.parabola.core.kernel;

import dev.parabola.api.expression.Program;

/** Runs a program that is too large to be compiled. */
final class InterpretedRowLoop implements RowLoop {
    private final ProgramShape shape;

    InterpretedRowLoop(ProgramShape shape) {
        this.shape = shape;
    }

    @Override
    public void run(double[][] arrays, int start, int rows, int stride, double[] uniforms, int lane) {
        int rowInputs = shape.rowInputs();
        int uniformInputs = shape.uniformInputs();
        double[] inputs = new double[rowInputs + uniformInputs];
        for (int i = 0; i < uniformInputs; i++) {
            inputs[rowInputs + i] = uniforms[i * stride + lane];
        }
        double[] constants = new double[shape.program().constants().length];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = uniforms[(uniformInputs + i) * stride + lane];
        }
        Program program = shape.program().withConstants(constants);
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

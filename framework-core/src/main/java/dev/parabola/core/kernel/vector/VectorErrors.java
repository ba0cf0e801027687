package dev.parabola.core.kernel.vector;

import dev.parabola.core.kernel.Errors;
import dev.parabola.core.kernel.Format;
import dev.parabola.core.kernel.Lanes;

/** Errors of all lanes, a vector of them at once, with the bits of one lane after the other. */
final class VectorErrors implements Errors {
    private final ErrorCode64 code;
    private final int lanes;

    /**
     * Errors by vectors of a size.
     *
     * @param vectorBits 128, 256 or 512
     * @param home where the loops live
     */
    VectorErrors(int vectorBits, VectorHome home) {
        lanes = vectorBits / Format.FLOAT64.bits();
        code = (ErrorCode64) new KernelWriter(Format.FLOAT64, vectorBits, home).errors();
    }

    @Override
    public void squares(Lanes width, int points, double[] predictions, double[] targets, double[] sums) {
        int stride = width.count();
        for (int lane = 0; lane < stride; lane += lanes) {
            code.squares(predictions, targets, lane, points * stride, stride, sums);
        }
    }

    @Override
    public void examine(
            Lanes width,
            double[] predictions,
            double[] scales,
            double[] shifts,
            double[] targets,
            double[] sums,
            double[] largest) {
        int stride = width.count();
        for (int lane = 0; lane < stride; lane += lanes) {
            code.examine(predictions, lane, stride, targets.length, scales, shifts, targets, sums, largest);
        }
    }
}

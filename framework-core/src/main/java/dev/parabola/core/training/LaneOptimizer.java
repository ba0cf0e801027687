package dev.parabola.core.training;

import dev.parabola.core.kernel.Compiled;
import dev.parabola.core.kernel.Elementwise;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.LaneConstants;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.network.LaneNetwork;
import dev.parabola.core.network.NetworkShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Moves the parameters of networks in lanes, each lane by its own settings. Holds the slots. Not thread-safe. */
final class LaneOptimizer {
    private static final int RATE = 0;
    private static final int BASE_RATE = 1;
    private static final int MOMENTUM = 2;
    private static final int STEP = 3;
    private static final int BIAS = 4;

    private final Lanes lanes;
    private final NetworkShape shape;
    private final Elementwise code;
    private final double[][] arrays;
    private final double[] weightUniforms;
    private final double[] biasUniforms;

    /**
     * An optimizer whose slots are all zero.
     *
     * @param kernel the arithmetic
     * @param lanes the lanes
     * @param rules the rule of each lane; they differ only in numbers
     * @param baseRates the base learning rate of each lane
     * @param network whose parameters are moved by whose gradient
     */
    LaneOptimizer(Kernel kernel, Lanes lanes, List<OptimizerRule> rules, double[] baseRates, LaneNetwork network) {
        this.lanes = lanes;
        this.shape = network.shape();
        List<Compiled> compiled = new ArrayList<>();
        for (OptimizerRule rule : rules) {
            compiled.add(kernel.compile(rule.program(), rule.rowInputs()));
        }
        LaneConstants joined = LaneConstants.of(compiled);
        this.code = joined.code();
        int width = lanes.count();
        weightUniforms = new double[OptimizerRule.UNIFORM_INPUTS * width + joined.constants().length];
        System.arraycopy(baseRates, 0, weightUniforms, BASE_RATE * width, width);
        System.arraycopy(
                joined.constants(), 0, weightUniforms, OptimizerRule.UNIFORM_INPUTS * width, joined.constants().length);
        biasUniforms = weightUniforms.clone();
        Arrays.fill(biasUniforms, BIAS * width, (BIAS + 1) * width, 1);

        int slots = rules.get(0).slots();
        arrays = new double[2 + slots + 1 + slots][];
        arrays[0] = network.gradient();
        arrays[1] = network.parameters();
        arrays[2 + slots] = network.parameters();
        for (int slot = 0; slot < slots; slot++) {
            double[] values = new double[network.parameters().length];
            arrays[2 + slot] = values;
            arrays[3 + slots + slot] = values;
        }
    }

    /** Sets what a lane's next step uses. */
    void prepare(int lane, long stepFromOne, double rate, double momentum) {
        set(weightUniforms, lane, stepFromOne, rate, momentum);
        set(biasUniforms, lane, stepFromOne, rate, momentum);
    }

    private void set(double[] uniforms, int lane, long stepFromOne, double rate, double momentum) {
        int width = lanes.count();
        uniforms[RATE * width + lane] = rate;
        uniforms[MOMENTUM * width + lane] = momentum;
        uniforms[STEP * width + lane] = stepFromOne;
    }

    /** Makes the step that was prepared, in all active lanes. */
    void step() {
        code.apply(lanes, arrays, 0, shape.weights(), weightUniforms);
        code.apply(lanes, arrays, shape.weights(), shape.parameters() - shape.weights(), biasUniforms);
    }
}

package dev.parabola.core.training;

import dev.parabola.core.kernel.Compiled64;
import dev.parabola.core.kernel.Elementwise64;
import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.LaneConstants64;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.network.LaneNetwork64;
import dev.parabola.core.network.NetworkShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Moves the parameters of networks in lanes, each lane by its own settings. Holds the slots. Not thread-safe. */
final class LaneOptimizer64 {
    private static final int RATE = 0;
    private static final int BASE_RATE = 1;
    private static final int MOMENTUM = 2;
    private static final int STEP = 3;
    private static final int BIAS = 4;

    private final Lanes lanes;
    private final NetworkShape shape;
    private final Elementwise64 code;
    private final boolean biasesDiffer;
    private final int first;
    private final double[][] arrays;
    private final double[] uniforms;
    private final double[] hoisted;

    /**
     * An optimizer whose slots are all zero.
     *
     * @param kernel the arithmetic
     * @param lanes the lanes
     * @param rules the rule of each lane that is not idle; they differ only in numbers
     * @param network whose parameters are moved by whose gradient
     */
    LaneOptimizer64(Kernel64 kernel, Lanes lanes, List<OptimizerRule> rules, LaneNetwork64 network) {
        this.lanes = lanes;
        this.shape = network.shape();
        this.biasesDiffer = rules.get(0).usesBias();
        List<Compiled64> compiled = new ArrayList<>();
        for (OptimizerRule rule : rules) {
            compiled.add(kernel.compile(rule.program(), rule.rowInputs()));
        }
        int width = lanes.count();
        LaneConstants64 joined = LaneConstants64.of(compiled, lanes);
        this.code = joined.code();
        int own = OptimizerRule.UNIFORM_INPUTS * width;
        first = lanes.first64();
        int constants = joined.constants().length - first;
        uniforms = new double[first + own + constants];
        System.arraycopy(joined.constants(), first, uniforms, first + own, constants);
        // idle lanes count steps as well, and never move: their rate is 0
        Arrays.fill(uniforms, first + STEP * width, first + (STEP + 1) * width, 1);
        hoisted = lanes.rows64(code.hoisted());

        int slots = rules.get(0).slots();
        arrays = new double[2 + slots + 1 + slots][];
        arrays[0] = network.gradient();
        arrays[1] = network.parameters();
        arrays[2 + slots] = network.parameters();
        for (int slot = 0; slot < slots; slot++) {
            double[] values = lanes.rows64(shape.parameters());
            arrays[2 + slot] = values;
            arrays[3 + slots + slot] = values;
        }
    }

    /**
     * Sets what a lane's next step uses.
     *
     * @param lane the lane
     * @param schedule the learning rates and momenta of its steps
     * @param step the step, from 0
     */
    void prepare(int lane, LearningSchedule schedule, long step) {
        int width = lanes.count();
        int at = first + lane;
        uniforms[RATE * width + at] = (double) schedule.rate(step);
        uniforms[BASE_RATE * width + at] = (double) schedule.baseRate();
        uniforms[MOMENTUM * width + at] = (double) schedule.momentum(step);
        uniforms[STEP * width + at] = (double) (step + 1);
    }

    /** Makes the step that was prepared, in all active lanes. */
    void step() {
        if (biasesDiffer) {
            step(0, shape.weights(), 0);
            step(shape.weights(), shape.parameters() - shape.weights(), 1);
        } else {
            step(0, shape.parameters(), 0);
        }
    }

    private void step(int firstRow, int rows, int bias) {
        int width = lanes.count();
        Arrays.fill(uniforms, first + BIAS * width, first + (BIAS + 1) * width, bias);
        code.hoist(lanes, uniforms, hoisted);
        code.apply(lanes, arrays, firstRow, rows, hoisted);
    }

    /**
     * Lays a lane to rest: its parameters and slots become zero, and its rate.
     *
     * @param lane the lane
     */
    void stop(int lane) {
        int width = lanes.count();
        uniforms[RATE * width + first + lane] = 0;
        for (int i = 1; i < arrays.length; i++) {
            for (int at = first + lane; at < arrays[i].length; at += width) {
                arrays[i][at] = 0;
            }
        }
    }
}

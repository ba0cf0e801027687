package dev.parabola.core.training;

import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.Lanes;

/** The training points of all lanes as the networks see them, and the batch of the step at hand. */
final class Batches64 {
    private final Kernel64 kernel;
    private final Lanes lanes;
    private final CellPlan plan;
    private final double[] allInputs;
    private final double[] allTargets;
    private final double[] inputs;
    private final double[] targets;
    private int[] order = {};
    private long orderOfEpoch = -1;

    /**
     * Batches of given points.
     *
     * @param kernel what gathers them
     * @param lanes the lanes
     * @param plan the sizes, and the order of the points
     * @param allInputs ordered [sample][input][lane]
     * @param allTargets ordered [sample][lane]
     */
    Batches64(Kernel64 kernel, Lanes lanes, CellPlan plan, double[] allInputs, double[] allTargets) {
        this.kernel = kernel;
        this.lanes = lanes;
        this.plan = plan;
        this.allInputs = allInputs;
        this.allTargets = allTargets;
        inputs = lanes.rows64(plan.batch() * plan.shape().inputs());
        targets = lanes.rows64(plan.batch());
    }

    /** Gathers the batch of a step (from 0) and returns its number of points. */
    int load(long step) {
        int place = (int) (step % plan.stepsPerEpoch());
        long epoch = step / plan.stepsPerEpoch();
        if (epoch != orderOfEpoch) {
            order = plan.orders().of(epoch);
            orderOfEpoch = epoch;
        }
        int first = place * plan.batch();
        int count = Math.min(plan.batch(), plan.samples() - first);
        kernel.gather(lanes, allInputs, order, first, count, plan.shape().inputs(), inputs);
        kernel.gather(lanes, allTargets, order, first, count, 1, targets);
        return count;
    }

    /** The batch, ordered [sample][input][lane]. */
    double[] inputs() {
        return inputs;
    }

    /** The batch, ordered [sample][lane]. */
    double[] targets() {
        return targets;
    }

    /** All training points, ordered [sample][input][lane]. */
    double[] allInputs() {
        return allInputs;
    }

    /** The outputs of all training points, ordered [sample][lane]. */
    double[] allTargets() {
        return allTargets;
    }
}

package dev.parabola.core.training;

import java.util.List;

/** The training points of all lanes as the networks see them, and the batch of the step at hand. */
final class Batches {
    private final CellPlan plan;
    private final int inputRow;
    private final int outputRow;
    private final double[] allInputs;
    private final double[] allTargets;
    private final double[] inputs;
    private final double[] targets;
    private int[] order = {};
    private long orderOfEpoch = -1;

    Batches(CellPlan plan, List<LaneRecord> records, int width) {
        this.plan = plan;
        inputRow = plan.shape().inputs() * width;
        outputRow = width;
        allInputs = new double[plan.samples() * inputRow];
        allTargets = new double[plan.samples() * outputRow];
        for (LaneRecord record : records) {
            record.scaleInputs(record.samples().inputs(), allInputs);
            record.scaleOutputs(allTargets);
        }
        inputs = new double[plan.batch() * inputRow];
        targets = new double[plan.batch() * outputRow];
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
        for (int s = 0; s < count; s++) {
            int point = order[first + s];
            copy(allInputs, point * inputRow, inputs, s * inputRow, inputRow);
            copy(allTargets, point * outputRow, targets, s * outputRow, outputRow);
        }
        return count;
    }

    /** A row is too short for {@link System#arraycopy} to pay. */
    private static void copy(double[] from, int at, double[] to, int place, int length) {
        for (int i = 0; i < length; i++) {
            to[place + i] = from[at + i];
        }
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

    /** All training points, ordered [sample][lane]. */
    double[] allTargets() {
        return allTargets;
    }
}

package dev.parabola.core.training;

import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.network.LaneNetwork64;
import dev.parabola.core.network.UnitActivity64;
import java.util.List;

/** Training in one precision. Not thread-safe. */
final class LaneTrainer64 implements LaneTrainer {
    private final Kernel64 kernel;
    private final Lanes lanes;
    private final List<Trial> trials;
    private final CellPlan plan;
    private final LaneNetwork64 network;
    private final LaneOptimizer64 optimizer;
    private final Batches64 batches;
    private final /* always */ double[] targets;
    private final double[] loss;
    private final boolean[] finite;

    /**
     * Networks whose parameters are all zero.
     *
     * @param kernel the arithmetic
     * @param lanes the lanes
     * @param trials the trial of each lane that is not idle
     * @param inputs the training inputs, ordered [sample][input][lane]
     * @param outputs the training outputs, ordered [sample][lane]
     */
    LaneTrainer64(
            Kernel64 kernel,
            Lanes lanes,
            List<Trial> trials,
            /* always */ double[] inputs,
            /* always */ double[] outputs) {
        this.kernel = kernel;
        this.lanes = lanes;
        this.trials = trials;
        this.plan = trials.get(0).plan();
        network = new LaneNetwork64(
                kernel,
                plan.shape(),
                lanes,
                trials.stream()
                        .map(trial -> trial.plan().cell().model().activation())
                        .toList(),
                plan.batch());
        optimizer = new LaneOptimizer64(
                kernel, lanes, trials.stream().map(trial -> trial.plan().rule()).toList(), network);
        double[] rounded = rounded(outputs);
        batches = new Batches64(kernel, lanes, plan, rounded(inputs), rounded);
        targets = new /* always */ double[outputs.length];
        widen(rounded, targets);
        loss = lanes.rows64(1);
        finite = new boolean[lanes.count()];
    }

    /** From the figures of rows, the rows. */
    private double[] rounded(/* always */ double[] values) {
        double[] rounded = lanes.rows64(values.length / lanes.count());
        int first = lanes.first64();
        for (int i = 0; i < values.length; i++) {
            rounded[first + i] = (double) values[i];
        }
        return rounded;
    }

    private void widen(double[] values, /* always */ double[] wide) {
        int first = lanes.first64();
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[first + i];
        }
    }

    @Override
    public void setParameters(int lane, /* always */ double[] drawn) {
        double[] parameters = network.parameters();
        for (int i = 0; i < drawn.length; i++) {
            parameters[lanes.first64() + i * lanes.count() + lane] = (double) drawn[i];
        }
    }

    @Override
    public void step(long step) {
        int count = batches.load(step);
        network.backward(count, batches.inputs(), batches.targets(), loss);
        for (int lane : lanes.active()) {
            optimizer.prepare(lane, trials.get(lane).plan().schedule(), step);
        }
        optimizer.step();
        kernel.testFinite(lanes, plan.shape().parameters(), network.parameters(), finite);
    }

    @Override
    public boolean isFinite(int lane) {
        return finite[lane] && loss[lanes.first64() + lane] * 0 == 0;
    }

    @Override
    public void stop(int lane) {
        optimizer.stop(lane);
    }

    @Override
    public /* always */ double[] parameters() {
        double[] parameters = network.parameters();
        /* always */ double[] wide = new /* always */ double[plan.shape().parameters() * lanes.count()];
        widen(parameters, wide);
        return wide;
    }

    @Override
    public Insight insight() {
        UnitActivity64 activity = new UnitActivity64(plan.shape(), lanes);
        /* always */ double[] gradient = new /* always */ double[plan.shape().parameters() * lanes.count()];
        int first = lanes.first64();
        int row = plan.shape().inputs() * lanes.count();
        double[] inputs = lanes.rows64(network.chunk() * plan.shape().inputs());
        double[] outputs = lanes.rows64(network.chunk());
        for (int from = 0; from < plan.samples(); from += network.chunk()) {
            int count = Math.min(network.chunk(), plan.samples() - from);
            System.arraycopy(batches.allInputs(), first + from * row, inputs, first, count * row);
            System.arraycopy(batches.allTargets(), first + from * lanes.count(), outputs, first, count * lanes.count());
            network.backward(count, inputs, outputs, loss, activity);
            /* always */ double share = (/* always */ double) count / plan.samples();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += share * network.gradient()[first + i];
            }
        }
        return new Insight() {
            @Override
            public /* always */ double largestOutput(int layer, int unit, int lane) {
                return activity.largestOutput(layer, unit, lane);
            }

            @Override
            public /* always */ double steepestSlope(int layer, int unit, int lane) {
                return activity.steepestSlope(layer, unit, lane);
            }

            @Override
            public /* always */ double gradient(int parameter, int lane) {
                return gradient[parameter * lanes.count() + lane];
            }
        };
    }

    @Override
    public void predictTraining(/* always */ double[] predictions) {
        predict(batches.allInputs(), lanes.rows64(plan.samples()), predictions);
    }

    @Override
    public /* always */ double[] targets() {
        return targets;
    }

    @Override
    public Points at(/* always */ double[] inputs) {
        double[] rounded = rounded(inputs);
        double[] room = lanes.rows64(inputs.length / plan.shape().inputs() / lanes.count());
        return predictions -> predict(rounded, room, predictions);
    }

    private void predict(double[] inputs, double[] room, /* always */ double[] predictions) {
        network.predict(predictions.length / lanes.count(), inputs, room);
        widen(room, predictions);
    }
}

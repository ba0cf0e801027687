package dev.parabola.core.training;

import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.network.LaneNetwork;
import dev.parabola.core.network.NetworkShape;
import dev.parabola.core.network.ParameterDraw;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains trials side by side, each in a lane. The trials are of one cell, or of cells that differ only in numbers of the activation
 * and the training. Each trial's figures are those that it has alone. Not thread-safe; used once.
 */
public final class CohortTraining {
    private final Kernel kernel;
    private final List<Trial> trials;
    private final CellPlan plan;
    private final Lanes lanes;
    private final LaneNetwork network;
    private final LaneOptimizer optimizer;
    private final List<LaneRecord> records;
    private final Batches batches;
    private final double[] loss;
    private final boolean[] finite;

    /**
     * Draws the data and the first parameters of every trial.
     *
     * @param kernel the arithmetic
     * @param trials at least one
     * @throws dev.parabola.core.plugin.PluginFault if a plugin threw or gave nonsense
     * @throws dev.parabola.core.data.UndefinedTargetException if a target is undefined at a training point
     */
    public CohortTraining(Kernel kernel, List<Trial> trials) {
        this.kernel = kernel;
        this.trials = List.copyOf(trials);
        this.plan = trials.get(0).plan();
        for (Trial trial : trials) {
            if (!plan.sharesDataWith(trial.plan())) {
                throw new IllegalArgumentException(
                        "trials of a cohort have the same kind of data and the same duration");
            }
        }
        int width = trials.size();
        lanes = new Lanes(width);
        NetworkShape shape = plan.shape();
        network = new LaneNetwork(
                kernel,
                shape,
                lanes,
                trials.stream()
                        .map(trial -> trial.plan().cell().model().activation())
                        .toList(),
                plan.batch());
        optimizer = new LaneOptimizer(
                kernel,
                lanes,
                trials.stream().map(trial -> trial.plan().rule()).toList(),
                trials.stream()
                        .mapToDouble(trial -> trial.plan().cell().training().learningRate())
                        .toArray(),
                network);
        records = new ArrayList<>();
        for (int lane = 0; lane < width; lane++) {
            records.add(new LaneRecord(trials.get(lane), lane, width));
            setParameters(lane);
        }
        batches = new Batches(plan, records, width);
        loss = new double[width];
        finite = new boolean[width];
    }

    private void setParameters(int lane) {
        Trial trial = trials.get(lane);
        double[] drawn = ParameterDraw.draw(
                plan.seed(),
                trial.replica(),
                plan.shape(),
                trial.plan().cell().model().initializer());
        double[] parameters = network.parameters();
        for (int i = 0; i < drawn.length; i++) {
            parameters[i * lanes.count() + lane] = drawn[i];
        }
    }

    /**
     * Trains.
     *
     * @return a result per trial, in order
     * @throws dev.parabola.core.plugin.PluginFault if a plugin threw or gave nonsense
     */
    public List<TrialResult> run() {
        Examination examination = new Examination(plan, lanes, network, records, batches);
        long[] checkpoints = plan.checkpoints();
        int next = 0;
        long total = plan.totalSteps();
        for (long step = 0; lanes.active().length > 0; step++) {
            if (step == checkpoints[next]) {
                examination.at(step);
                next++;
            }
            if (step == total) {
                break;
            }
            step(step);
        }
        List<TrialResult> results = new ArrayList<>();
        for (LaneRecord record : records) {
            results.add(record.result());
        }
        return results;
    }

    private void step(long step) {
        int count = batches.load(step);
        network.backward(count, batches.inputs(), batches.targets(), loss);
        for (int lane : lanes.active()) {
            LearningSchedule schedule = trials.get(lane).plan().schedule();
            optimizer.prepare(lane, step + 1, schedule.rate(step), schedule.momentum(step));
        }
        optimizer.step();
        kernel.testFinite(lanes, plan.shape().parameters(), network.parameters(), finite);
        for (int lane : lanes.active()) {
            if (!finite[lane] || !Double.isFinite(loss[lane])) {
                records.get(lane).end(Status.DIVERGED, step + 1);
                lanes.stop(lane);
            }
        }
    }
}

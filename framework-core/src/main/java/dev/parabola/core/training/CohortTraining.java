package dev.parabola.core.training;

import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.network.ParameterDraw;
import dev.parabola.core.study.TrainingSettings.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Trains trials side by side, each in a lane. The trials are of one cell, or of cells that {@link CohortKey} finds alike. Each trial's figures are those that it has alone. Not thread-safe; used once.
 */
public final class CohortTraining {
    private final Kernel kernel;
    private final CellPlan plan;
    private final Lanes lanes;
    private final LaneTrainer trainer;
    private final List<LaneRecord> records = new ArrayList<>();
    private final double[] firstParameters;

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
        this.plan = trials.get(0).plan();
        for (Trial trial : trials) {
            if (!plan.fitsBeside(trial.plan())) {
                throw new IllegalArgumentException(
                        "trials of a cohort have the same kind of data, networks and steps and differ only in numbers");
            }
        }
        Precision precision = plan.cell().training().precision();
        int width = switch (precision) {
            case FLOAT64 -> kernel.float64().width(trials.size());
            case FLOAT32 -> kernel.float32().width(trials.size());
        };
        lanes = new Lanes(width, trials.size(), kernel.rowStart());
        double[] inputs = new double[plan.samples() * plan.shape().inputs() * width];
        double[] outputs = new double[plan.samples() * width];
        for (int lane = 0; lane < trials.size(); lane++) {
            LaneRecord record = new LaneRecord(trials.get(lane), lane, width);
            record.scaleInputs(record.samples().inputs(), inputs);
            record.scaleOutputs(outputs);
            records.add(record);
        }
        trainer = switch (precision) {
            case FLOAT64 -> new LaneTrainer64(kernel.float64(), lanes, trials, inputs, outputs);
            case FLOAT32 -> new LaneTrainer32(kernel.float32(), lanes, trials, inputs, outputs);
        };
        for (int lane = 0; lane < trials.size(); lane++) {
            trainer.setParameters(
                    lane,
                    ParameterDraw.draw(
                            plan.seed(),
                            trials.get(lane).replica(),
                            plan.shape(),
                            trials.get(lane).plan().cell().model().initializer()));
        }
        firstParameters = trainer.parameters();
    }

    /**
     * Trains.
     *
     * @return a result per trial, in order
     * @throws dev.parabola.core.plugin.PluginFault if a plugin threw or gave nonsense
     */
    public List<TrialResult> run() {
        Examination examination = new Examination(kernel.errors(), plan, lanes, trainer, records);
        long[] checkpoints = plan.checkpoints();
        int next = 0;
        long total = plan.totalSteps();
        for (long step = 0; lanes.active().length > 0; step++) {
            if (step == checkpoints[next]) {
                examination.at(step);
                next++;
                if (step == 0 || step == total) {
                    end(step, examination::isFinite);
                }
            }
            if (step == total || lanes.active().length == 0) {
                break;
            }
            step(step);
        }
        examineParameters();
        List<TrialResult> results = new ArrayList<>();
        for (LaneRecord record : records) {
            results.add(record.result());
        }
        return results;
    }

    private void examineParameters() {
        if (lanes.active().length == 0) {
            return;
        }
        double[] parameters = trainer.parameters();
        LaneTrainer.Insight insight = trainer.insight();
        for (int lane : lanes.active()) {
            LaneRecord record = records.get(lane);
            CellPlan own = record.trial().plan();
            double[] last = lane(parameters, lane);
            HealthExamination examination = new HealthExamination(
                    own.shape(), own.steepestSlope(), lane(firstParameters, lane), last, lane, insight);
            record.examined(examination.layers(record.kinksOutside(last)), record.breakpoints(last));
        }
    }

    private double[] lane(double[] laneParameters, int lane) {
        double[] parameters = new double[laneParameters.length / lanes.count()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = laneParameters[i * lanes.count() + lane];
        }
        return parameters;
    }

    private void step(long step) {
        trainer.step(step);
        end(step + 1, trainer::isFinite);
    }

    /** Ends the trials that have diverged. */
    private void end(long step, IntPredicate isFinite) {
        for (int lane : lanes.active()) {
            if (!isFinite.test(lane)) {
                records.get(lane).diverge(step, lane(firstParameters, lane));
                lanes.stop(lane);
                trainer.stop(lane);
            }
        }
    }
}

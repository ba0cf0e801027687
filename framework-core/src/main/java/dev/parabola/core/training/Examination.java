package dev.parabola.core.training;

import dev.parabola.core.data.Region;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.network.LaneNetwork;
import dev.parabola.core.training.TrialResult.Checkpoint;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Examines the networks of all active lanes at a checkpoint: on the training points and in every region. */
final class Examination {
    private final CellPlan plan;
    private final Lanes lanes;
    private final LaneNetwork network;
    private final List<LaneRecord> records;
    private final Batches batches;
    /** For each region its points as the networks see them, ordered [point][input][lane]; null where the region does not exist. */
    private final List<Optional<double[]>> regionInputs = new ArrayList<>();

    private final double[] trainPredictions;
    private final List<double[]> regionPredictions = new ArrayList<>();

    Examination(CellPlan plan, Lanes lanes, LaneNetwork network, List<LaneRecord> records, Batches batches) {
        this.plan = plan;
        this.lanes = lanes;
        this.network = network;
        this.records = records;
        this.batches = batches;
        trainPredictions = new double[plan.samples() * lanes.count()];
        for (int r = 0; r < plan.regions().size(); r++) {
            Optional<Region> region = plan.regions().get(r);
            int points = region.map(there -> there.points().count()).orElse(0);
            regionPredictions.add(new double[points * lanes.count()]);
            regionInputs.add(region.map(there -> laneInputs(there.points().inputs())));
        }
    }

    private double[] laneInputs(double[] inputs) {
        double[] laneInputs = new double[inputs.length * lanes.count()];
        for (LaneRecord record : records) {
            record.scaleInputs(inputs, laneInputs);
        }
        return laneInputs;
    }

    /** Examines after a number of steps. */
    void at(long step) {
        network.predict(plan.samples(), batches.allInputs(), trainPredictions);
        for (int r = 0; r < regionInputs.size(); r++) {
            double[] predictions = regionPredictions.get(r);
            regionInputs
                    .get(r)
                    .ifPresent(inputs -> network.predict(predictions.length / lanes.count(), inputs, predictions));
        }
        for (int lane : lanes.active()) {
            examine(records.get(lane), step);
        }
    }

    private void examine(LaneRecord record, long step) {
        List<Optional<Score>> scores = new ArrayList<>();
        double[] rmse = new double[plan.regions().size()];
        for (int r = 0; r < rmse.length; r++) {
            int index = r;
            Optional<Score> score = plan.regions()
                    .get(r)
                    .map(region -> record.score(index, region, regionPredictions.get(index), step));
            scores.add(score);
            rmse[r] = score.map(Score::rmse).orElse(Double.NaN);
        }
        double loss = trainLoss(record);
        LearningSchedule schedule = record.trial().plan().schedule();
        long rateStep = Math.max(0, step - 1);
        record.add(new Checkpoint(
                step,
                schedule.rate(rateStep),
                schedule.hasMomentum() ? OptionalDouble.of(schedule.momentum(rateStep)) : OptionalDouble.empty(),
                loss,
                rmse));
        if (step < plan.totalSteps()) {
            return;
        }
        if (Double.isFinite(loss)) {
            record.complete(
                    trainMse(record), scores, record.trial().keepsPredictions() ? predictions(record) : List.of());
        } else {
            record.end(Status.DIVERGED, step);
        }
    }

    /** The mean squared error over all training points in scaled units. */
    private double trainLoss(LaneRecord record) {
        double sum = 0;
        for (int i = 0; i < plan.samples(); i++) {
            double error = record.scaled(trainPredictions, i) - record.scaled(batches.allTargets(), i);
            sum = Math.fma(error, error, sum);
        }
        return sum / plan.samples();
    }

    /** The mean squared error over all training points in the target's own units, noise included. */
    private double trainMse(LaneRecord record) {
        double[] outputs = record.samples().outputs();
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double error = record.prediction(trainPredictions, i) - outputs[i];
            sum = Math.fma(error, error, sum);
        }
        return sum / outputs.length;
    }

    private List<double[]> predictions(LaneRecord record) {
        List<double[]> predictions = new ArrayList<>();
        for (double[] lanePredictions : regionPredictions) {
            double[] own = new double[lanePredictions.length / lanes.count()];
            for (int i = 0; i < own.length; i++) {
                own[i] = record.prediction(lanePredictions, i);
            }
            predictions.add(own);
        }
        return predictions;
    }
}

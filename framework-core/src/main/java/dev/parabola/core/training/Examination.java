package dev.parabola.core.training;

import dev.parabola.core.data.Region;
import dev.parabola.core.kernel.Errors;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.training.TrialResult.Checkpoint;
import dev.parabola.core.training.TrialResult.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Examines the networks of all active lanes at a checkpoint: on the training points and in every region. */
final class Examination {
    private final Errors errors;
    private final CellPlan plan;
    private final Lanes lanes;
    private final LaneTrainer trainer;
    private final List<LaneRecord> records;
    /** For each region its points as the networks see them; empty where the region does not exist or is the training points. */
    private final List<Optional<LaneTrainer.Points>> regionPoints = new ArrayList<>();

    private final double[] trainPredictions;
    private final List<double[]> regionPredictions = new ArrayList<>();
    /** Where fits are followed, as the networks see it, if any are. */
    private final Optional<LaneTrainer.Points> fitPoints;

    private final double[] fitPredictions;
    private final double[] scales;
    private final double[] shifts;
    private final double[] trainSquares;
    /** For each region the sum of squared errors of each lane. */
    private final List<double[]> squares = new ArrayList<>();
    /** For each region the largest error of each lane. */
    private final List<double[]> largest = new ArrayList<>();

    Examination(Errors errors, CellPlan plan, Lanes lanes, LaneTrainer trainer, List<LaneRecord> records) {
        this.errors = errors;
        this.plan = plan;
        this.lanes = lanes;
        this.trainer = trainer;
        this.records = records;
        trainPredictions = new double[plan.samples() * lanes.count()];
        trainSquares = new double[lanes.count()];
        scales = new double[lanes.count()];
        shifts = new double[lanes.count()];
        for (int lane = 0; lane < records.size(); lane++) {
            scales[lane] = records.get(lane).outputMap().scale();
            shifts[lane] = records.get(lane).outputMap().shift();
        }
        boolean followed = records.stream().anyMatch(record -> record.trial().keepsFits());
        fitPoints = followed ? Optional.of(trainer.at(laneInputs(FitPoints.of(plan.cell())))) : Optional.empty();
        fitPredictions = new double[followed ? FitPoints.COUNT * lanes.count() : 0];
        for (int r = 0; r < plan.regions().size(); r++) {
            Optional<Region> region = plan.regions().get(r);
            int points = region.map(there -> there.points().count()).orElse(0);
            regionPredictions.add(new double[points * lanes.count()]);
            regionPoints.add(
                    region.map(there -> trainer.at(laneInputs(there.points().inputs()))));
            squares.add(new double[lanes.count()]);
            largest.add(new double[lanes.count()]);
        }
    }

    private double[] laneInputs(double[] inputs) {
        double[] laneInputs = new double[inputs.length * lanes.count()];
        for (LaneRecord record : records) {
            record.scaleInputs(inputs, laneInputs);
        }
        return laneInputs;
    }

    /** Whether the training loss of a lane was a number at the last checkpoint. */
    boolean isFinite(int lane) {
        return Double.isFinite(trainSquares[lane] / plan.samples());
    }

    /** Examines after a number of steps. */
    void at(long step) {
        trainer.predictTraining(trainPredictions);
        errors.squares(lanes, plan.samples(), trainPredictions, trainer.targets(), trainSquares);
        for (int r = 0; r < regionPoints.size(); r++) {
            int index = r;
            regionPoints.get(r).ifPresent(points -> examine(index, points));
            if (plan.cell().regions().get(r).points() instanceof RegionSettings.Training) {
                examineTraining(r);
            }
        }
        fitPoints.ifPresent(points -> points.predict(fitPredictions));
        for (int lane : lanes.active()) {
            examine(records.get(lane), lane, step);
        }
    }

    private void examine(int r, LaneTrainer.Points points) {
        double[] predictions = regionPredictions.get(r);
        points.predict(predictions);
        double[] targets = plan.regions().get(r).orElseThrow().points().outputs();
        errors.examine(lanes, predictions, scales, shifts, targets, squares.get(r), largest.get(r));
    }

    /** As {@link Errors#examine} does it, but the points and their targets are each lane's own. */
    private void examineTraining(int r) {
        for (int lane : lanes.active()) {
            LaneRecord record = records.get(lane);
            double[] targets = record.regions().get(r).orElseThrow().points().outputs();
            double sum = 0;
            double most = 0;
            for (int i = 0; i < targets.length; i++) {
                double error = record.prediction(trainPredictions, i) - targets[i];
                sum = Math.fma(error, error, sum);
                most = Math.max(most, Math.abs(error));
            }
            squares.get(r)[lane] = sum;
            largest.get(r)[lane] = most;
        }
    }

    private void examine(LaneRecord record, int lane, long step) {
        double loss = trainSquares[lane] / plan.samples();
        record.trained(trainPredictions, loss, step);
        if (record.trial().keepsFits()) {
            record.addFit(own(record, fitPredictions));
        }
        List<Optional<Score>> scores = new ArrayList<>();
        double[] rmse = new double[plan.regions().size()];
        for (int r = 0; r < rmse.length; r++) {
            int index = r;
            Optional<Score> score = record.regions()
                    .get(r)
                    .map(region ->
                            record.score(index, region, squares.get(index)[lane], largest.get(index)[lane], step));
            scores.add(score);
            rmse[r] = score.map(Score::rmse).orElse(Double.NaN);
        }
        LearningSchedule schedule = record.trial().plan().schedule();
        long rateStep = Math.max(0, step - 1);
        record.add(new Checkpoint(
                step,
                schedule.rate(rateStep),
                schedule.hasMomentum() ? OptionalDouble.of(schedule.momentum(rateStep)) : OptionalDouble.empty(),
                loss,
                rmse));
        if (step == plan.totalSteps() && isFinite(lane)) {
            record.complete(trainMse(record), scores, record.trial().sits() ? predictions(record) : List.of());
        }
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
            predictions.add(own(record, lanePredictions));
        }
        return predictions;
    }

    private double[] own(LaneRecord record, double[] lanePredictions) {
        double[] own = new double[lanePredictions.length / lanes.count()];
        for (int i = 0; i < own.length; i++) {
            own[i] = record.prediction(lanePredictions, i);
        }
        return own;
    }
}

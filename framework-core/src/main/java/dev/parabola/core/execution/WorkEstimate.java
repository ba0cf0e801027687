package dev.parabola.core.execution;

import dev.parabola.core.data.RegionPoints;
import dev.parabola.core.kernel.Dense;
import dev.parabola.core.network.NetworkShape;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.TrainingSettings.Precision;
import dev.parabola.core.training.FitPoints;
import dev.parabola.core.training.Trial;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What a study will take, by rules of thumb: time to within a factor of about two on one core of a present-day machine, memory and
 * disk from above.
 *
 * @param steps the updates of all trials together
 * @param scalarSeconds the time of all trials together on one core, one after the other
 * @param vectorSeconds the same, trained side by side in the lanes of vectors, without the time that their loops take to be compiled
 * @param scalarBytes the memory that a run needs at its peak if trials are trained one after the other
 * @param vectorBytes the memory that a run needs at its peak if they are trained side by side
 * @param mostNumbers the length of the longest array of numbers that a trial needs, in one lane
 * @param diskBytes the size of the run folder while it grows, with a cell's predictions of every replica
 */
public record WorkEstimate(
        double steps,
        double scalarSeconds,
        double vectorSeconds,
        double scalarBytes,
        double vectorBytes,
        double mostNumbers,
        double diskBytes) {
    /** Of larger studies, cells spread evenly stand for all. */
    static final int MOST_CELLS_LOOKED_AT = 2_000;

    private static final double NANOS_PER_STEP = 300;
    private static final double NANOS_PER_PRODUCT = 1.5;
    private static final double NANOS_PER_ACTIVATION = 4;
    private static final double NANOS_PER_PARAMETER = 6;
    private static final double BYTES_OF_PROGRAM = 64e6;
    private static final double BYTES_OF_PREDICTIONS = 64e6;
    /** Of a checkpoint that waits in memory to be written. */
    private static final double BYTES_PER_CHECKPOINT = 120;

    private static final double BYTES_PER_TRIAL_ROW = 120;
    private static final double BYTES_PER_TRIAL_AND_REGION = 100;
    private static final double BYTES_PER_HISTORY_ROW = 70;
    private static final double BYTES_PER_HISTORY_AND_REGION = 22;
    private static final double BYTES_PER_PREDICTION_ROW = 110;
    private static final double BYTES_PER_FIT_ROW = 45;
    private static final double FINAL_FITS = 20;
    private static final double BYTES_PER_LAYER_ROW = 60;
    /** How many layers a network has does not matter beside the other rows. */
    private static final double USUAL_LAYERS = 3;

    /** Parameters, gradients, and two slots as most optimizers have. */
    private static final int ROWS_PER_PARAMETER = 4;

    /**
     * Estimates a study.
     *
     * @param study the study
     * @param threads the number of cohorts trained at once
     * @param trials how many of its trials are to be trained; time, memory and disk are those of all
     * @param lanes how many trials are trained side by side, by the precision of their arithmetic, if they are
     * @return the estimate
     */
    public static WorkEstimate of(Study study, int threads, long trials, ToIntFunction<Precision> lanes) {
        long looked = Math.min(study.cells(), MOST_CELLS_LOOKED_AT);
        double steps = 0;
        double scalar = 0;
        double vector = 0;
        double trialBytes = 0;
        double cohortBytes = 0;
        double mostNumbers = 0;
        for (long i = 0; i < looked; i++) {
            Cell cell;
            try {
                cell = study.cell(spread(i, looked, study.cells()));
            } catch (InvalidInputException e) {
                // Levels that do not fit together cost nothing: the cell's trials fail when their turn comes.
                continue;
            }
            int beside = lanes.applyAsInt(cell.training().precision());
            double seconds = secondsPerTrial(cell, study.checkpoints());
            double bytes = bytesPerTrial(cell);
            steps += cell.training().totalSteps(cell.data().samples());
            scalar += seconds;
            vector += seconds / Math.min(beside, trials);
            trialBytes = Math.max(trialBytes, bytes);
            cohortBytes = Math.max(cohortBytes, beside * bytes);
            mostNumbers = Math.max(mostNumbers, mostNumbers(cell));
        }
        double trialsPerLooked = (double) study.cells() / looked * study.replicas();
        double points = (double) study.regionNames().size() * RegionPoints.MOST_POINTS;
        double fit = study.maxInputs() == 1 ? (double) study.checkpoints() * FitPoints.COUNT : 0;
        double waiting = StudyRunner.mostTrialsWaiting(study)
                * (study.checkpoints() * BYTES_PER_CHECKPOINT + (points + fit) * Double.BYTES);
        double memory = BYTES_OF_PROGRAM + BYTES_OF_PREDICTIONS + waiting;
        int regions = study.regionNames().size();
        double bytesPerTrial =
                BYTES_PER_TRIAL_ROW + regions * BYTES_PER_TRIAL_AND_REGION + USUAL_LAYERS * BYTES_PER_LAYER_ROW;
        double bytesPerCheckpoint = BYTES_PER_HISTORY_ROW + regions * BYTES_PER_HISTORY_AND_REGION;
        double disk = study.trials() * (bytesPerTrial + study.checkpoints() * bytesPerCheckpoint)
                + Math.min(study.cells(), StudyRunner.CELLS_WITH_PREDICTIONS)
                        * (points * BYTES_PER_PREDICTION_ROW + (fit + FINAL_FITS * FitPoints.COUNT) * BYTES_PER_FIT_ROW)
                + points * study.replicas() * Double.BYTES
                + fit * Math.min(study.replicas(), Trial.REPLICAS_WITH_FITS) * Double.BYTES;
        return new WorkEstimate(
                steps * trialsPerLooked,
                scalar * trialsPerLooked,
                vector * trialsPerLooked,
                memory + (threads + 1) * trialBytes,
                memory + (threads + 1) * cohortBytes,
                mostNumbers,
                disk);
    }

    static long spread(long index, long looked, long cells) {
        return looked == cells ? index : (long) ((double) index / looked * cells);
    }

    /** The time that a trial of a cell takes one core, trained alone. */
    static double secondsPerTrial(Cell cell, int checkpoints) {
        double steps = cell.training().totalSteps(cell.data().samples());
        return (steps * nanosPerStep(cell) + checkpoints * nanosPerCheckpoint(cell)) / 1e9;
    }

    private static double nanosPerStep(Cell cell) {
        Optional<NetworkShape> shape = shape(cell);
        if (shape.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        long units = shape.get().layers().stream().mapToLong(Dense::outputs).sum();
        int batch = Math.min(cell.training().batch(), cell.data().samples());
        return NANOS_PER_STEP
                + batch * (shape.get().parameters() * NANOS_PER_PRODUCT + (double) units * NANOS_PER_ACTIVATION)
                + shape.get().parameters() * NANOS_PER_PARAMETER;
    }

    /** Forward only, on all training points and in every region. */
    private static double nanosPerCheckpoint(Cell cell) {
        Optional<NetworkShape> shape = shape(cell);
        double points = cell.data().samples() + regionPoints(cell);
        return shape.map(network -> points * network.parameters() * NANOS_PER_PRODUCT)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The memory that the training of one trial of a cell holds. */
    static double bytesPerTrial(Cell cell) {
        Optional<NetworkShape> shape = shape(cell);
        if (shape.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        long units = shape.get().layers().stream().mapToLong(Dense::outputs).sum();
        int batch = Math.min(cell.training().batch(), cell.data().samples());
        double samples = cell.data().samples() * (4.0 * cell.target().inputs() + 7);
        double regions = 2.0 * regionPoints(cell) * (cell.target().inputs() + 1.0);
        double numbers = (double) ROWS_PER_PARAMETER * shape.get().parameters()
                + 3.0 * batch * (double) units
                + samples
                + regions;
        return numbers * Double.BYTES;
    }

    /** The points of all regions, at most. */
    private static double regionPoints(Cell cell) {
        double points = 0;
        for (RegionSettings region : cell.regions()) {
            points += region.points() instanceof RegionSettings.Training
                    ? cell.data().samples()
                    : RegionPoints.MOST_POINTS;
        }
        return points;
    }

    /** The length of the longest array that the training of one trial of a cell needs. */
    static double mostNumbers(Cell cell) {
        Optional<NetworkShape> shape = shape(cell);
        if (shape.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        int widest =
                shape.get().layers().stream().mapToInt(Dense::outputs).max().orElse(1);
        int batch = Math.min(cell.training().batch(), cell.data().samples());
        // A row may be left free between samples, and some numbers before the first row.
        return Math.max(
                Math.max(shape.get().parameters() + 1.0, batch * (widest + 1.0) + 1),
                (double) Math.max(cell.data().samples(), RegionPoints.MOST_POINTS)
                        * cell.target().inputs());
    }

    /** The network's shape, unless it has more parameters than can be counted. */
    private static Optional<NetworkShape> shape(Cell cell) {
        try {
            return Optional.of(
                    new NetworkShape(cell.target().inputs(), cell.model().hidden()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}

package dev.parabola.core.execution;

import dev.parabola.core.data.RegionPoints;
import dev.parabola.core.kernel.Dense;
import dev.parabola.core.network.NetworkShape;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.Study;
import java.util.Optional;

/**
 * What a study will take, by rules of thumb: time to within a factor of about two on one core of a present-day machine, memory and
 * disk from above.
 *
 * @param steps the updates of all trials together
 * @param coreSeconds the time of all trials together on one core
 * @param memoryBytes the memory that a run needs at its peak
 * @param diskBytes the size of the run folder while it grows, with a cell's predictions of every replica
 */
public record WorkEstimate(double steps, double coreSeconds, double memoryBytes, double diskBytes) {
    /** Of larger studies, cells spread evenly stand for all. */
    static final int MOST_CELLS_LOOKED_AT = 2_000;

    private static final double NANOS_PER_STEP = 300;
    private static final double NANOS_PER_PRODUCT = 1.2;
    private static final double NANOS_PER_ACTIVATION = 3;
    private static final double NANOS_PER_PARAMETER = 6;
    private static final double BYTES_OF_PROGRAM = 64e6;
    private static final double BYTES_OF_PREDICTIONS = 64e6;
    private static final double BYTES_PER_TRIAL_ROW = 120;
    private static final double BYTES_PER_TRIAL_AND_REGION = 100;
    private static final double BYTES_PER_HISTORY_ROW = 70;
    private static final double BYTES_PER_HISTORY_AND_REGION = 22;
    private static final double BYTES_PER_PREDICTION_ROW = 110;
    /** Parameters, gradients, and two slots as most optimizers have. */
    private static final int ROWS_PER_PARAMETER = 4;

    /**
     * Estimates a study.
     *
     * @param study the study
     * @param threads the number of trials trained at once
     * @return the estimate
     */
    public static WorkEstimate of(Study study, int threads) {
        long looked = Math.min(study.cells(), MOST_CELLS_LOOKED_AT);
        double steps = 0;
        double seconds = 0;
        double trialBytes = 0;
        for (long i = 0; i < looked; i++) {
            Cell cell = study.cell(spread(i, looked, study.cells()));
            steps += cell.training().totalSteps(cell.data().samples());
            seconds += secondsPerTrial(cell, study.checkpoints());
            trialBytes = Math.max(trialBytes, bytesPerTrial(cell));
        }
        double trialsPerLooked = (double) study.cells() / looked * study.replicas();
        double points = (double) study.regionNames().size() * RegionPoints.MOST_POINTS;
        double memory = BYTES_OF_PROGRAM + BYTES_OF_PREDICTIONS + (threads + 1) * trialBytes;
        int regions = study.regionNames().size();
        double bytesPerTrial = BYTES_PER_TRIAL_ROW + regions * BYTES_PER_TRIAL_AND_REGION;
        double bytesPerCheckpoint = BYTES_PER_HISTORY_ROW + regions * BYTES_PER_HISTORY_AND_REGION;
        double disk = study.trials() * (bytesPerTrial + study.checkpoints() * bytesPerCheckpoint)
                + Math.min(study.cells(), StudyRunner.CELLS_WITH_PREDICTIONS) * points * BYTES_PER_PREDICTION_ROW
                + points * study.replicas() * Double.BYTES;
        return new WorkEstimate(steps * trialsPerLooked, seconds * trialsPerLooked, memory, disk);
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
        double points = cell.data().samples() + (double) cell.regions().size() * RegionPoints.MOST_POINTS;
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
        double samples = 3.0 * cell.data().samples() * (cell.target().inputs() + 1.0);
        double regions = 2.0
                * cell.regions().size()
                * RegionPoints.MOST_POINTS
                * (cell.target().inputs() + 1.0);
        double numbers = (double) ROWS_PER_PARAMETER * shape.get().parameters()
                + 3.0 * batch * (double) units
                + samples
                + regions;
        return numbers * Double.BYTES;
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

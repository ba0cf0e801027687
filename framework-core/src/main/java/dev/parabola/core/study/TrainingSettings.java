package dev.parabola.core.study;

import dev.parabola.api.Optimizer;
import dev.parabola.api.Scheduler;

/**
 * How the network is trained, on the mean squared error.
 *
 * @param optimizer the optimizer
 * @param scheduler the scheduler
 * @param learningRate the base rate, positive
 * @param duration how long
 * @param batch the number of points of a step, at least 1; never more than there are points
 * @param precision the numbers that networks and optimizer compute with
 */
public record TrainingSettings(
        Optimizer optimizer,
        Scheduler scheduler,
        double learningRate,
        Duration duration,
        int batch,
        Precision precision) {
    /**
     * The length of a training.
     *
     * @param unit what is counted
     * @param count how many, at least 1
     */
    public record Duration(Unit unit, long count) {}

    /** What a {@link Duration} counts. */
    public enum Unit {
        /** Updates of the weights. */
        STEPS,
        /** Passes over the training points. */
        EPOCHS
    }

    /** The numbers of the arithmetic. */
    public enum Precision {
        /** IEEE 754 binary64. */
        FLOAT64,
        /** IEEE 754 binary32. */
        FLOAT32
    }

    /**
     * The number of steps in which every training point is used once; the last may be smaller than the batch.
     *
     * @param samples the number of training points
     * @return at least 1
     */
    public int stepsPerEpoch(int samples) {
        return (int) (((long) samples + batch - 1) / batch);
    }

    /**
     * The number of steps of the whole training.
     *
     * @param samples the number of training points
     * @return at least 1
     */
    public long totalSteps(int samples) {
        return duration.unit() == Unit.STEPS ? duration.count() : duration.count() * stepsPerEpoch(samples);
    }
}

package dev.parabola.core.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a trial came to.
 *
 * @param trial the trial's number in the study, from 0
 * @param cell the number of its cell
 * @param replica its replica within the cell
 * @param levels the text of each factor's level
 * @param status how it ended
 * @param steps the steps that were made; of a diverged trial, the step (from 1) at which a loss or weight was no longer finite
 * @param stepsPerEpoch the number of steps in which every training point is used once
 * @param trainMse the mean squared error over the training points after the last update, in the target's units; NaN unless completed
 * @param regions the scores in the order of the study's regions; empty where a region does not exist in this cell; a trial that
 *     failed has none at all
 * @param parameters the number of trained numbers
 * @param error why it failed, if it did
 * @param history a row for each checkpoint that was reached
 * @param health what is wrong with its parameters
 * @param portrait what is kept to draw its network
 */
public record TrialResult(
        long trial,
        long cell,
        int replica,
        List<String> levels,
        Status status,
        long steps,
        int stepsPerEpoch,
        double trainMse,
        List<Optional<Score>> regions,
        int parameters,
        Optional<String> error,
        List<Checkpoint> history,
        Health health,
        Portrait portrait) {

    /**
     * The result of a trial that a plugin spoilt, or whose settings do not fit together.
     *
     * @param trial the trial's number in the study
     * @param replica its replica
     * @param cell the number of its cell
     * @param levels the text of each factor's level
     * @param parameters the number of trained numbers; 0 if it is not known
     * @param error the reason
     * @return a result without figures
     */
    public static TrialResult failed(
            long trial, int replica, long cell, List<String> levels, int parameters, String error) {
        return new TrialResult(
                trial,
                cell,
                replica,
                levels,
                Status.FAILED,
                0,
                1,
                Double.NaN,
                List.of(),
                parameters,
                Optional.of(error),
                List.of(),
                Health.UNKNOWN,
                Portrait.NONE);
    }

    /** How a trial ended. */
    public enum Status {
        /** All steps were made and every loss and weight stayed finite. */
        COMPLETED,
        /** A loss or a weight was no longer finite. */
        DIVERGED,
        /** A plugin threw or returned nonsense. */
        FAILED
    }

    /**
     * How well a network fits a region; errors are in the target's own units, against the target without noise.
     *
     * @param rmse the root mean squared error
     * @param nrmse the same relative to the target's standard deviation, as {@link dev.parabola.core.data.Yardsticks} tells; empty where
     *     the target is constant inside
     * @param maxError the largest absolute error
     * @param r2 1 − nrmse²; empty as nrmse is
     * @param success whether the study's limits hold
     * @param firstSuccess the first checkpoint (its step) at which they held
     */
    public record Score(
            double rmse,
            OptionalDouble nrmse,
            double maxError,
            OptionalDouble r2,
            boolean success,
            OptionalLong firstSuccess) {}

    /**
     * A trial at a checkpoint.
     *
     * @param step the number of steps made, from 0
     * @param learningRate the rate of the last step; at 0, of the first to come
     * @param momentum the momentum of that step, if scheduler or optimizer have one
     * @param trainLoss the loss over all training points, in scaled units
     * @param rmse the root mean squared error of each region; NaN where a region does not exist in this cell
     */
    public record Checkpoint(
            long step, double learningRate, OptionalDouble momentum, double trainLoss, double[] rmse) {}
}

package dev.parabola.core.study;

import java.util.OptionalDouble;

/**
 * When a trial has learned a region: when none of the given limits is exceeded there. A limit of the relative error says nothing where
 * there is no relative error; where it is the only one, nothing is learned.
 *
 * @param nrmse the largest root mean squared error relative to the target's standard deviation
 * @param rmse the largest root mean squared error, in the target's units
 * @param maxError the largest absolute error, in the target's units
 */
public record Success(OptionalDouble nrmse, OptionalDouble rmse, OptionalDouble maxError) {
    /**
     * Whether no limit is exceeded.
     *
     * @param nrmseHere the relative root mean squared error in the region; empty where the target is constant
     * @param rmseHere the root mean squared error in the region
     * @param maxErrorHere the largest absolute error in the region
     * @return true if all given limits hold; never for NaN
     */
    public boolean holds(OptionalDouble nrmseHere, double rmseHere, double maxErrorHere) {
        boolean relative = nrmseHere.isEmpty() ? canJudgeConstants() : within(nrmseHere.getAsDouble(), nrmse);
        return relative && within(rmseHere, rmse) && within(maxErrorHere, maxError);
    }

    /**
     * Whether a constant target can be judged: whether any limit is in the target's own units.
     *
     * @return true if there is a limit of the root mean squared or the largest error
     */
    public boolean canJudgeConstants() {
        return rmse.isPresent() || maxError.isPresent();
    }

    private static boolean within(double error, OptionalDouble limit) {
        return limit.isEmpty() || error <= limit.getAsDouble();
    }
}

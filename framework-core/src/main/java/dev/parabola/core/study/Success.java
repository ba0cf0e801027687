package dev.parabola.core.study;

import java.util.OptionalDouble;

/**
 * When a trial has learned a region: when none of the given limits is exceeded there.
 *
 * @param nrmse the largest root mean squared error relative to the target's standard deviation over the region
 * @param rmse the largest root mean squared error, in the target's units
 * @param maxError the largest absolute error, in the target's units
 */
public record Success(OptionalDouble nrmse, OptionalDouble rmse, OptionalDouble maxError) {
    /**
     * Whether no limit is exceeded.
     *
     * @param nrmseHere the relative root mean squared error in the region
     * @param rmseHere the root mean squared error in the region
     * @param maxErrorHere the largest absolute error in the region
     * @return true if all given limits hold; never for NaN
     */
    public boolean holds(double nrmseHere, double rmseHere, double maxErrorHere) {
        return within(nrmseHere, nrmse) && within(rmseHere, rmse) && within(maxErrorHere, maxError);
    }

    private static boolean within(double error, OptionalDouble limit) {
        return limit.isEmpty() || error <= limit.getAsDouble();
    }
}

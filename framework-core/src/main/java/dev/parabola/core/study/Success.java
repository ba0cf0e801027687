package dev.parabola.core.study;

import java.util.OptionalDouble;

/**
 * When a trial has learned a region: when none of the given limits is exceeded there.
 *
 * @param nrmse the largest root mean squared error relative to the target's standard deviation over the region
 * @param rmse the largest root mean squared error, in the target's units
 * @param maxError the largest absolute error, in the target's units
 */
public record Success(OptionalDouble nrmse, OptionalDouble rmse, OptionalDouble maxError) {}

package dev.parabola.core.training;

/**
 * One training to be made.
 *
 * @param number the trial's number in the study
 * @param replica its replica
 * @param plan its cell
 * @param keepsPredictions whether the result shall hold the predictions at the region points
 */
public record Trial(long number, int replica, CellPlan plan, boolean keepsPredictions) {}

package dev.parabola.report;

import dev.parabola.core.statistics.Summaries;

/**
 * What a cell's trials reached in a region, as {@code summary.csv} has it.
 *
 * @param successes how many learned it
 * @param trials how many completed or diverged
 * @param low the lower end of the success rate's 95 % interval
 * @param high its upper end
 * @param p25 the lower quartile of the RMSE
 * @param median its median; NaN if half of the trials diverged
 * @param p75 its upper quartile
 * @param nrmse the median of the RMSE relative to the target's standard deviation
 */
record RegionResult(
        int successes, int trials, double low, double high, double p25, double median, double p75, double nrmse) {
    /** Learned where the interval lies above one half, not learned where it lies below, else and with few replicas open. */
    String state() {
        if (trials < Summaries.FEWEST_REPLICAS) {
            return "open";
        }
        if (low > 0.5) {
            return "learned";
        }
        return high < 0.5 ? "not learned" : "open";
    }

    String rate() {
        return Shown.rate(successes, trials, low, high);
    }
}

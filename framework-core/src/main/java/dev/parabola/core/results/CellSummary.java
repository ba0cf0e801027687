package dev.parabola.core.results;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A row of {@code summary.csv}.
 *
 * @param cell the cell's number, from 0
 * @param levels the text of each factor's level
 * @param replicas the number of its trials
 * @param completed how many completed
 * @param diverged how many diverged
 * @param failed how many failed
 * @param parameters the number of trained numbers; empty if all trials failed
 * @param trainMseMedian the median of {@code train.mse} over completed and diverged trials; empty if there are none
 * @param regions for each region of the study what the trials came to; empty where the region does not exist in this cell, or all
 *     trials failed
 * @param floor the smallest root mean squared error inside that any network of this shape could reach, where a bound is known
 * @param chosen whether the cell has the best of the tuned factors' levels; empty where nothing is tuned
 * @param verdict what the trials say
 * @param cause the measured facts behind the verdict, in a sentence; empty where there are none to tell
 */
public record CellSummary(
        long cell,
        List<String> levels,
        int replicas,
        int completed,
        int diverged,
        int failed,
        OptionalInt parameters,
        OptionalDouble trainMseMedian,
        List<Optional<RegionSummary>> regions,
        OptionalDouble floor,
        Optional<Boolean> chosen,
        Verdict verdict,
        String cause) {
    /** Copies the lists. */
    public CellSummary {
        levels = List.copyOf(levels);
        regions = List.copyOf(regions);
    }

    /**
     * A cell in one region, over completed and diverged trials; NaN where a quantile falls on a diverged one.
     *
     * @param successes how many trials learned the region
     * @param trials of how many
     * @param successRate the share of trials that learned the region, from 0 to 1
     * @param successLow the lower end of its 95 % confidence interval
     * @param successHigh the upper end
     * @param rmseP25 the first quartile of the root mean squared error
     * @param rmseMedian its median
     * @param rmseP75 its third quartile
     * @param nrmseMedian the median of the normalised root mean squared error over the trials that have one; empty if none has
     */
    public record RegionSummary(
            int successes,
            int trials,
            double successRate,
            double successLow,
            double successHigh,
            double rmseP25,
            double rmseMedian,
            double rmseP75,
            OptionalDouble nrmseMedian) {}
}

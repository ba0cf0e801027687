package dev.parabola.core.results;

import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of {@code trials.csv}.
 *
 * @param trial the trial's number, from 0
 * @param cell the number of its cell
 * @param replica its replica within the cell
 * @param levels the text of each factor's level
 * @param status how it ended
 * @param steps the steps that were made
 * @param epochs the same as passes over the training points
 * @param trainMse the mean squared error over the training points; NaN of a diverged trial, empty of a failed one
 * @param regions the scores in the order of the study's regions; empty where a region does not exist in this cell, and of a failed
 *     trial
 * @param parameters the number of trained numbers
 * @param health what is wrong with its parameters, as {@link HealthText} tells it
 * @param error why it failed, if it did
 */
public record TrialRow(
        long trial,
        long cell,
        int replica,
        List<String> levels,
        Status status,
        long steps,
        double epochs,
        OptionalDouble trainMse,
        List<Optional<Score>> regions,
        int parameters,
        String health,
        Optional<String> error) {
    /** Copies the lists. */
    public TrialRow {
        levels = List.copyOf(levels);
        regions = List.copyOf(regions);
    }
}

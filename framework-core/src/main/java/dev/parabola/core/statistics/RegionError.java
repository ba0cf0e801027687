package dev.parabola.core.statistics;

import dev.parabola.core.results.HealthText;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The error of a trial in one region.
 *
 * @param nrmse relative to the spread of the target; empty where the target has none, and of a lost trial
 * @param rmse in the target's units; NaN of a lost trial
 * @param lost whether the trial diverged, or has not learned the region and ended with a network that does not work at all: it is worse
 *     than any other, and as bad as any other that is lost
 * @param learned whether the study's limits of success hold
 */
record RegionError(OptionalDouble nrmse, double rmse, boolean lost, boolean learned) {

    /** The error in a region, by its number in the study; empty of a failed trial, and where the region does not exist. */
    static Optional<RegionError> of(TrialRow row, int region) {
        return row.status() == Status.FAILED
                ? Optional.empty()
                : row.regions().get(region).map(score -> of(score, !score.success() && isBroken(row)));
    }

    private static RegionError of(Score score, boolean lost) {
        if (lost) {
            return new RegionError(OptionalDouble.empty(), Double.NaN, true, score.success());
        }
        return new RegionError(score.nrmse(), score.rmse(), false, score.success());
    }

    /** One precision ends where a number overflows, the other goes on until every unit is dead: what they leave is worth the same. */
    private static boolean isBroken(TrialRow row) {
        return row.status() == Status.DIVERGED || HealthText.isKilling(row.health());
    }
}

package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.core.results.TrialRow;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RegionErrorsTest {
    private static final double NO_SPREAD = Double.NaN;

    /** x² on [-1, 1] and on [-100, 100]: the same network after scaling, and errors ten thousand times as large. */
    @Test
    void areRelativeToTheTargetsSpread() {
        assertThat(difference(completed(0.003, 0.01), completed(30, 0.01))).contains(0.0);
        assertThat(difference(completed(30, 0.01), completed(0.003, 0.02)).orElseThrow())
                .isCloseTo(Math.log(0.5), within(1e-15));
    }

    @Test
    void areInTheTargetsUnitsWhereNeitherTargetHasAnySpread() {
        assertThat(difference(completed(3, NO_SPREAD), completed(1.5, NO_SPREAD))
                        .orElseThrow())
                .isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void areNotComparedWhereOneTargetHasSpreadAndTheOtherNone() {
        assertThat(difference(completed(3, 0.1), completed(3, NO_SPREAD))).isEmpty();
    }

    @Test
    void areWorstOfTrialsThatDivergedWhateverTheTarget() {
        TrialRow diverged = row(Status.DIVERGED, Double.NaN, Double.NaN, "");

        assertThat(difference(diverged, completed(3, NO_SPREAD))).contains(Double.POSITIVE_INFINITY);
        assertThat(difference(completed(3, 0.1), diverged)).contains(Double.NEGATIVE_INFINITY);
    }

    @Test
    void areAsBadOfTrialsThatExplodedAsOfThoseThatDiverged() {
        TrialRow exploded = row(Status.COMPLETED, 1e43, 1e43, "exploded; layer 0: 3/10 dead");

        assertThat(difference(exploded, row(Status.DIVERGED, Double.NaN, Double.NaN, "")))
                .contains(0.0);
        assertThat(difference(exploded, completed(1e50, 1e50))).contains(Double.POSITIVE_INFINITY);
        assertThat(difference(row(Status.COMPLETED, 2, 2, "exploding layer 0"), completed(1, 1))
                        .orElseThrow())
                .isFinite();
    }

    @Test
    void areAsBadOfEveryNetworkThatDoesNotWorkAtAll() {
        TrialRow diverged = row(Status.DIVERGED, Double.NaN, Double.NaN, "");

        for (String health : List.of("constant output; layer 0: 16/16 dead", "untouched", "exploded")) {
            assertThat(difference(row(Status.COMPLETED, 1, 1, health), diverged))
                    .contains(0.0);
        }
        assertThat(difference(completed(9, 9), row(Status.COMPLETED, 1, 1, "constant output")))
                .contains(Double.NEGATIVE_INFINITY);
    }

    /** A region may be learned by a network that answers every training point alike. */
    @Test
    void areNotLostWhereTheRegionIsLearned() {
        TrialRow learned = row(Status.COMPLETED, 0.01, 0.01, true, "constant output");

        assertThat(difference(learned, completed(0.02, 0.02)).orElseThrow()).isCloseTo(Math.log(0.5), within(1e-15));
    }

    private static Optional<Double> difference(TrialRow a, TrialRow b) {
        RegionErrors errors = new RegionErrors(0, 2, 1);
        errors.put(0, List.of(a));
        errors.put(1, List.of(b));
        return errors.isPaired(0, 1, 0) ? Optional.of(errors.difference(0, 1, 0)) : Optional.empty();
    }

    private static TrialRow completed(double rmse, double nrmse) {
        return row(Status.COMPLETED, rmse, nrmse, "");
    }

    private static TrialRow row(Status status, double rmse, double nrmse, String health) {
        return row(status, rmse, nrmse, false, health);
    }

    private static TrialRow row(Status status, double rmse, double nrmse, boolean success, String health) {
        Score score = new Score(
                rmse,
                Double.isNaN(nrmse) && !Double.isNaN(rmse) ? OptionalDouble.empty() : OptionalDouble.of(nrmse),
                rmse,
                OptionalDouble.of(1),
                success,
                OptionalLong.empty());
        return new TrialRow(
                0,
                0,
                0,
                List.of(),
                status,
                100,
                4,
                OptionalDouble.empty(),
                List.of(Optional.of(score)),
                31,
                health,
                Optional.empty());
    }
}

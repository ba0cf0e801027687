package dev.parabola.core.results;

import dev.parabola.core.execution.TrialSink.Timing;
import dev.parabola.core.training.Health;
import dev.parabola.core.training.Portrait;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Trials made by hand. */
public final class Trials {
    static final Timing TIMING = new Timing(0.25, "trainer-0", "scalar");

    private Trials() {}

    /** A completed trial of a study without factors, with the same error in both regions and nothing beside. */
    public static TrialResult completed(long trial, int replicas, double rmse, boolean success) {
        return trial(trial, replicas, Status.COMPLETED, score(rmse, success), Optional.empty());
    }

    public static TrialResult diverged(long trial, int replicas) {
        return trial(trial, replicas, Status.DIVERGED, score(Double.NaN, false), Optional.empty());
    }

    public static TrialResult failed(long trial, int replicas, String error) {
        return trial(trial, replicas, Status.FAILED, Optional.empty(), Optional.of(error));
    }

    public static Optional<Score> score(double rmse, boolean success) {
        return Optional.of(new Score(
                rmse,
                OptionalDouble.of(2 * rmse),
                3 * rmse,
                OptionalDouble.of(1 - 4 * rmse * rmse),
                success,
                OptionalLong.empty()));
    }

    /** The same trial of a cell with these levels. */
    public static TrialResult at(List<String> levels, TrialResult result) {
        return with(levels, result.regions(), result);
    }

    /** The same trial of a cell with these levels and scores. */
    public static TrialResult with(List<String> levels, List<Optional<Score>> regions, TrialResult result) {
        return new TrialResult(
                result.trial(),
                result.cell(),
                result.replica(),
                levels,
                result.status(),
                result.steps(),
                result.stepsPerEpoch(),
                result.trainMse(),
                regions,
                result.parameters(),
                result.error(),
                result.history(),
                result.health(),
                result.portrait());
    }

    /** Hands trials without predictions to a writer. */
    public static void write(RunWriter writer, TrialResult... results) {
        for (TrialResult result : results) {
            writer.accept(result, List.of(), TIMING);
        }
    }

    private static TrialResult trial(
            long trial, int replicas, Status status, Optional<Score> score, Optional<String> error) {
        return new TrialResult(
                trial,
                trial / replicas,
                (int) (trial % replicas),
                List.of(),
                status,
                100,
                4,
                score.map(Score::rmse).orElse(Double.NaN),
                status == Status.FAILED ? List.of() : List.of(score, score),
                31,
                error,
                List.of(),
                Health.UNKNOWN,
                status == Status.COMPLETED
                        ? new Portrait(List.of(new double[0], new double[0]), List.of(), List.of())
                        : Portrait.NONE);
    }
}

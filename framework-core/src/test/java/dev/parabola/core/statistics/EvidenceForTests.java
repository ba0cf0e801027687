package dev.parabola.core.statistics;

import dev.parabola.core.results.TrialRow;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.statistics.Alternatives.Rival;
import dev.parabola.core.statistics.LearningCurves.Curve;
import dev.parabola.core.study.Success;
import dev.parabola.core.study.TrainingSettings.Precision;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A cell with the regions inside, near and far, whose trials a test plants. */
final class EvidenceForTests {
    private static final List<String> REGIONS = List.of("inside", "near", "far");

    private final List<TrialRow> rows = new ArrayList<>();
    List<Rival> rivals = List.of();
    OptionalDouble floor = OptionalDouble.empty();
    Optional<Integer> hiddenUnits = Optional.empty();
    final Map<Long, Curve> curves = new LinkedHashMap<>();
    Circumstances circumstances = circumstances(0, false, true);
    Optional<ErrorPlace> place = Optional.empty();
    private OptionalLong firstSuccess = OptionalLong.empty();
    Optional<OuterSlopes> slopes = Optional.empty();
    List<String> edges = List.of();

    /** Twenty trials, the first of which learned each region. */
    static EvidenceForTests learned(int inside, int near, int far) {
        EvidenceForTests cell = new EvidenceForTests();
        for (int trial = 0; trial < 20; trial++) {
            cell.completed(
                    trial < inside ? 0.01 : 0.2,
                    trial < inside ? 0.02 : 0.2,
                    "",
                    trial < inside,
                    trial < near,
                    trial < far);
        }
        return cell;
    }

    static Circumstances circumstances(double noise, boolean insideIsWider, boolean beyond) {
        return new Circumstances(1000, noise, 0.01, 100, Precision.FLOAT64, insideIsWider, beyond, Optional.empty());
    }

    /** The trials to come had learned inside at that step. */
    EvidenceForTests learnedAt(long step) {
        firstSuccess = OptionalLong.of(step);
        return this;
    }

    /** Adds the curve of the last trial: its training losses first and last, and its errors inside at half the steps, at the end, and least. */
    EvidenceForTests curve(double first, double last, double half, double end, double best, long bestStep) {
        curves.put(rows.size() - 1L, new Curve(100, 0.01, first, last, half, end, best, bestStep));
        return this;
    }

    /** Adds a trial with its root mean squared errors, its health and which regions it learned. */
    EvidenceForTests completed(double train, double inside, String health, boolean... learned) {
        return add(
                Status.COMPLETED,
                OptionalDouble.of(train * train),
                List.of(score(inside, learned[0]), score(1, learned[1]), score(2, learned[2])),
                health,
                100);
    }

    EvidenceForTests diverged(long step) {
        return diverged(step, "");
    }

    EvidenceForTests diverged(long step, String health) {
        return add(
                Status.DIVERGED,
                OptionalDouble.of(Double.NaN),
                List.of(score(Double.NaN, false), score(Double.NaN, false), score(Double.NaN, false)),
                health,
                step);
    }

    EvidenceForTests failed() {
        return add(
                Status.FAILED,
                OptionalDouble.empty(),
                List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                "",
                0);
    }

    Evidence evidence() {
        return new Evidence(
                new CellTrials(rows),
                REGIONS,
                0,
                new Success(OptionalDouble.of(0.1), OptionalDouble.empty(), OptionalDouble.empty()),
                Optional.of(circumstances),
                rivals,
                floor,
                hiddenUnits,
                curves,
                place,
                slopes,
                edges);
    }

    Verdict verdict() {
        return Verdicts.of(evidence());
    }

    String cause() {
        return facts().stream().map(Fact::text).collect(Collectors.joining("; "));
    }

    List<Fact> facts() {
        return Cause.of(evidence(), verdict());
    }

    private EvidenceForTests add(
            Status status, OptionalDouble trainMse, List<Optional<Score>> scores, String health, long steps) {
        rows.add(new TrialRow(
                rows.size(),
                0,
                rows.size(),
                List.of(),
                status,
                steps,
                steps / 4.0,
                trainMse,
                scores,
                31,
                health,
                Optional.empty()));
        return this;
    }

    private Optional<Score> score(double rmse, boolean success) {
        return Optional.of(new Score(
                rmse, OptionalDouble.of(rmse), rmse, OptionalDouble.of(1 - rmse * rmse), success, firstSuccess));
    }
}

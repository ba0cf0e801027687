package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.HealthText;
import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** The trials of one cell. Failed ones are counted and left out; diverged ones have not succeeded and rank worst, as NaN. */
final class CellTrials {
    private final List<TrialRow> rows;
    private final List<TrialRow> judged;
    private final List<Optional<RegionSummary>> regions = new ArrayList<>();

    /** At least one row. */
    CellTrials(List<TrialRow> rows) {
        this.rows = List.copyOf(rows);
        judged = rows.stream().filter(row -> row.status() != Status.FAILED).toList();
        for (int region = 0; region < rows.get(0).regions().size(); region++) {
            regions.add(summary(region));
        }
    }

    long cell() {
        return rows.get(0).cell();
    }

    List<String> levels() {
        return rows.get(0).levels();
    }

    List<TrialRow> all() {
        return rows;
    }

    /** Those that completed or diverged. */
    List<TrialRow> judged() {
        return judged;
    }

    int count(Status status) {
        return (int) rows.stream().filter(row -> row.status() == status).count();
    }

    /** How many diverged, or ended with a network that does not work at all. */
    int broken() {
        return (int) judged.stream()
                .filter(row -> row.status() == Status.DIVERGED || HealthText.isKilling(row.health()))
                .count();
    }

    /** The judged trials that completed. */
    List<TrialRow> completed() {
        return judged.stream().filter(row -> row.status() == Status.COMPLETED).toList();
    }

    OptionalInt parameters() {
        return rows.stream()
                .mapToInt(TrialRow::parameters)
                .filter(parameters -> parameters > 0)
                .findFirst();
    }

    OptionalDouble trainMseMedian() {
        return judged.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(quantiles(judged, row -> row.trainMse().orElse(Double.NaN))
                        .at(0.5));
    }

    /** In the order of the study's regions; empty where the region does not exist in this cell, or all trials failed. */
    List<Optional<RegionSummary>> regions() {
        return regions;
    }

    private Optional<RegionSummary> summary(int region) {
        List<Score> scores = judged.stream()
                .flatMap(row -> row.regions().get(region).stream())
                .toList();
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        int successes = (int) scores.stream().filter(Score::success).count();
        ClopperPearson interval = ClopperPearson.interval(successes, scores.size());
        Quantiles rmse = quantiles(scores, Score::rmse);
        return Optional.of(new RegionSummary(
                successes,
                scores.size(),
                (double) successes / scores.size(),
                interval.low(),
                interval.high(),
                rmse.at(0.25),
                rmse.at(0.5),
                rmse.at(0.75),
                nrmseMedian(scores)));
    }

    private static OptionalDouble nrmseMedian(List<Score> scores) {
        double[] relative =
                scores.stream().flatMapToDouble(score -> score.nrmse().stream()).toArray();
        return relative.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(new Quantiles(relative).at(0.5));
    }

    private static <T> Quantiles quantiles(List<T> sample, ToDoubleFunction<T> value) {
        return new Quantiles(sample.stream().mapToDouble(value).toArray());
    }
}

package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The trials of one cell. Failed ones are counted and left out; diverged ones have not succeeded and rank worst, as NaN. */
final class CellTrials {
    private final List<TrialRow> rows;
    private final List<TrialRow> judged;

    /** At least one row. */
    CellTrials(List<TrialRow> rows) {
        this.rows = List.copyOf(rows);
        judged = rows.stream().filter(row -> row.status() != Status.FAILED).toList();
    }

    CellSummary summary() {
        TrialRow first = rows.get(0);
        List<Optional<RegionSummary>> regions = new ArrayList<>();
        for (int region = 0; region < first.regions().size(); region++) {
            regions.add(region(region));
        }
        return new CellSummary(
                first.cell(),
                first.levels(),
                rows.size(),
                count(Status.COMPLETED),
                count(Status.DIVERGED),
                count(Status.FAILED),
                rows.stream()
                        .mapToInt(TrialRow::parameters)
                        .filter(parameters -> parameters > 0)
                        .findFirst(),
                judged.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                quantiles(judged, row -> row.trainMse().orElse(Double.NaN))
                                        .at(0.5)),
                regions);
    }

    private int count(Status status) {
        return (int) rows.stream().filter(row -> row.status() == status).count();
    }

    private Optional<RegionSummary> region(int region) {
        List<Score> scores = judged.stream()
                .flatMap(row -> row.regions().get(region).stream())
                .toList();
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        int successes = (int) scores.stream().filter(Score::success).count();
        Wilson interval = Wilson.interval(successes, scores.size());
        Quantiles rmse = quantiles(scores, Score::rmse);
        return Optional.of(new RegionSummary(
                (double) successes / scores.size(),
                interval.low(),
                interval.high(),
                rmse.at(0.25),
                rmse.at(0.5),
                rmse.at(0.75),
                quantiles(scores, Score::nrmse).at(0.5)));
    }

    private static <T> Quantiles quantiles(List<T> sample, ToDoubleFunction<T> value) {
        return new Quantiles(sample.stream().mapToDouble(value).toArray());
    }
}

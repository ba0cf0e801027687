package dev.parabola.report;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.RunDescription;
import dev.parabola.core.results.RunDescription.CellDescription;
import dev.parabola.core.statistics.MedianInterval;
import dev.parabola.core.statistics.Standing;
import dev.parabola.core.study.Interval;
import java.util.List;
import java.util.Optional;

/**
 * A cell with its results.
 *
 * @param summary what its trials came to
 * @param levelNumbers the number of its level of each factor
 * @param label what it is called in figures
 * @param settings its target and data
 */
record ReportedCell(CellSummary summary, List<Integer> levelNumbers, String label, CellDescription settings) {

    static ReportedCell of(CellSummary summary, RunDescription description) {
        return new ReportedCell(
                summary,
                description.levels(summary.cell()),
                CellLabel.of(description.factors(), summary.levels()),
                description.cell(summary.cell()));
    }

    int number() {
        return Math.toIntExact(summary.cell());
    }

    List<String> levels() {
        return summary.levels();
    }

    List<Optional<RegionSummary>> regions() {
        return summary.regions();
    }

    /** Whether it is one of those that the study compares: all, unless a factor is tuned. */
    boolean isHeadlined() {
        return summary.chosen().orElse(true);
    }

    void write(Json json, ErrorScale scale, int inside) {
        json.begin('{').key("label").text(label);
        json.key("levels").list(levelNumbers.size(), i -> json.count(levelNumbers.get(i)));
        json.key("completed")
                .count(summary.completed())
                .key("diverged")
                .count(summary.diverged())
                .key("failed")
                .count(summary.failed());
        json.key("parameters")
                .number(summary.parameters().isPresent() ? summary.parameters().getAsInt() : Double.NaN)
                .key("floor")
                .number(summary.floor().orElse(Double.NaN) / scale.divisor(number(), inside));
        json.key("chosen")
                .flag(isHeadlined())
                .key("verdict")
                .text(summary.verdict().text());
        json.key("target").text(settings.target());
        List<Interval> range = settings.range();
        json.key("range")
                .list(
                        range.size(),
                        i -> json.begin('[')
                                .exactly(range.get(i).low())
                                .exactly(range.get(i).high())
                                .end(']'));
        json.key("regions").begin('[');
        for (int region = 0; region < regions().size(); region++) {
            int place = region;
            regions().get(region).ifPresentOrElse(result -> write(json, scale, place, result), json::nothing);
        }
        json.end(']').end('}');
    }

    /** Errors are as they are drawn; all that is said of successes is from the summary. */
    private void write(Json json, ErrorScale scale, int region, RegionSummary result) {
        double[] errors = scale.errors(number(), region);
        json.begin('{').key("k").count(result.successes()).key("n").count(result.trials());
        json.key("low").number(result.successLow()).key("high").number(result.successHigh());
        json.key("rate").text(Standing.count(result)).key("standing").text(Standing.word(result));
        Optional<Quantiles> quantiles = errors.length == 0 ? Optional.empty() : Optional.of(new Quantiles(errors));
        json.key("p25").number(quantiles.map(q -> q.at(0.25)).orElse(Double.NaN));
        json.key("med").number(quantiles.map(q -> q.at(0.5)).orElse(Double.NaN));
        json.key("p75").number(quantiles.map(q -> q.at(0.75)).orElse(Double.NaN));
        json.key("sure");
        MedianInterval.of(errors)
                .ifPresentOrElse(
                        sure -> json.begin('[')
                                .number(sure.low())
                                .number(sure.high())
                                .end(']'),
                        json::nothing);
        json.end('}');
    }
}

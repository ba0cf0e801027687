package dev.parabola.report;

import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.RunDescription.CellDescription;
import dev.parabola.core.statistics.MedianInterval;
import dev.parabola.core.study.Interval;
import java.util.List;
import java.util.Optional;

/**
 * A cell with its results.
 *
 * @param number its number
 * @param levels the text of its level of each factor
 * @param levelNumbers the number of its level of each factor
 * @param label what it is called in figures
 * @param settings its target and data
 * @param completed how many trials completed
 * @param diverged how many diverged
 * @param failed how many failed
 * @param parameters the number of a network's parameters; NaN if unknown
 * @param regions its result in each region; empty where the region has no points
 * @param floor the smallest inside RMSE that its networks could reach; NaN where no bound is known
 * @param chosen {@code true} or {@code false} where a factor is tuned, else empty
 * @param verdict the verdict; empty if there is none
 * @param cause why; may be empty
 */
record ReportedCell(
        int number,
        List<String> levels,
        List<Integer> levelNumbers,
        String label,
        CellDescription settings,
        int completed,
        int diverged,
        int failed,
        double parameters,
        List<Optional<RegionResult>> regions,
        double floor,
        String chosen,
        String verdict,
        String cause) {

    /** Whether it is one of those that the study compares: all, unless a factor is tuned. */
    boolean isHeadlined() {
        return !chosen.equals("false");
    }

    void write(Json json, ErrorScale scale, int inside) {
        json.begin('{').key("label").text(label);
        json.key("levels").list(levelNumbers.size(), i -> json.count(levelNumbers.get(i)));
        json.key("completed")
                .count(completed)
                .key("diverged")
                .count(diverged)
                .key("failed")
                .count(failed);
        json.key("parameters").number(parameters).key("floor").number(floor / scale.divisor(number, inside));
        json.key("chosen").flag(isHeadlined()).key("verdict").text(verdict);
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
        for (int region = 0; region < regions.size(); region++) {
            int place = region;
            regions.get(region).ifPresentOrElse(result -> write(json, scale, place, result), json::nothing);
        }
        json.end(']').end('}');
    }

    /** Errors are as they are drawn; all that is said of successes is from the summary. */
    private void write(Json json, ErrorScale scale, int region, RegionResult result) {
        double[] errors = scale.errors(number, region);
        json.begin('{').key("k").count(result.successes()).key("n").count(result.trials());
        json.key("low").number(result.low()).key("high").number(result.high());
        json.key("rate").text(result.rate()).key("standing").text(result.state());
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

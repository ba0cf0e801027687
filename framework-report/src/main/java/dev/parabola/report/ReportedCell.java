package dev.parabola.report;

import dev.parabola.core.results.RunDescription.CellDescription;
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

    void write(Json json) {
        json.begin('{').key("label").text(label);
        json.key("levels").list(levelNumbers.size(), i -> json.count(levelNumbers.get(i)));
        json.key("completed")
                .count(completed)
                .key("diverged")
                .count(diverged)
                .key("failed")
                .count(failed);
        json.key("parameters").number(parameters).key("floor").number(floor);
        json.key("chosen")
                .flag(isHeadlined())
                .key("verdict")
                .text(verdict)
                .key("cause")
                .text(cause);
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
        for (Optional<RegionResult> region : regions) {
            region.ifPresentOrElse(result -> result.write(json), json::nothing);
        }
        json.end(']').end('}');
    }
}

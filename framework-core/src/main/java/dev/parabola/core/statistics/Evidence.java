package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.statistics.Alternatives.Rival;
import dev.parabola.core.statistics.LearningCurves.Curves;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything measured that a cell's verdict and its cause rest on.
 *
 * @param trials the cell's trials
 * @param regionNames the names of the study's regions
 * @param inside the place of the region inside among them
 * @param rivals how the alternatives fare
 * @param floor the smallest error inside that any network of this shape could reach, where a bound is known
 * @param hiddenUnits the number of hidden units, where their kinks are known
 * @param curves what the learning curves tell, where they were looked at
 * @param slopes how steep target and networks are at the far ends, where that was looked at
 * @param tuningEdges the tuned levels at the edge of what was tried
 */
record Evidence(
        CellTrials trials,
        List<String> regionNames,
        int inside,
        List<Rival> rivals,
        OptionalDouble floor,
        Optional<Integer> hiddenUnits,
        Optional<Curves> curves,
        Optional<OuterSlopes> slopes,
        List<String> tuningEdges) {

    /** A region that exists in the cell. */
    record NamedRegion(String name, RegionSummary summary) {
        Majority learned() {
            return Majority.of(summary.successes(), summary.trials());
        }
    }

    Optional<NamedRegion> insideRegion() {
        return region(inside);
    }

    /** The regions outside that exist in the cell. */
    List<NamedRegion> outside() {
        List<NamedRegion> others = new ArrayList<>();
        for (int region = 0; region < regionNames.size(); region++) {
            if (region != inside) {
                region(region).ifPresent(others::add);
            }
        }
        return others;
    }

    int judged() {
        return trials.judged().size();
    }

    Majority broken() {
        return Majority.of(trials.broken(), judged());
    }

    /** The alternative that fits the data in the most replicas, if it does so more often than not. */
    Optional<Rival> undecided() {
        return rivals.stream()
                .filter(rival -> Majority.of(rival.replicas(), judged()) == Majority.MOST)
                .reduce((best, other) -> other.replicas() > best.replicas() ? other : best);
    }

    private Optional<NamedRegion> region(int region) {
        return trials.regions().get(region).map(summary -> new NamedRegion(regionNames.get(region), summary));
    }
}

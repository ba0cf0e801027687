package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.statistics.Evidence.NamedRegion;
import java.util.List;
import java.util.Optional;

/** The rules by which a cell gets its verdict. */
final class Verdicts {
    /** How much worse than on the training points a network is that has learned them by heart. */
    private static final double BY_HEART = 2;

    private Verdicts() {}

    /** The first verdict that holds. */
    static Verdict of(Evidence evidence) {
        Optional<NamedRegion> inside = evidence.insideRegion();
        if (inside.isEmpty() || evidence.judged() < Majority.FEWEST_REPLICAS) {
            return Verdict.OPEN;
        }
        if (evidence.broken() == Majority.MOST) {
            return Verdict.BROKEN;
        }
        if (evidence.undecided().isPresent()) {
            return Verdict.UNDECIDABLE;
        }
        return switch (inside.orElseThrow().learned()) {
            case MOST -> beyond(evidence.outside());
            case FEW -> isByHeart(evidence) ? Verdict.MEMORIZES : Verdict.UNDERFITS;
            case OPEN -> Verdict.OPEN;
        };
    }

    private static Verdict beyond(List<NamedRegion> outside) {
        if (outside.stream().allMatch(region -> region.learned() == Majority.MOST)) {
            return Verdict.LEARNED;
        }
        return outside.stream().anyMatch(region -> region.learned() == Majority.FEW)
                ? Verdict.INTERPOLATES
                : Verdict.OPEN;
    }

    private static boolean isByHeart(Evidence evidence) {
        double trained = Math.sqrt(evidence.trials().trainMseMedian().orElse(Double.NaN));
        double seen = evidence.insideRegion()
                .map(NamedRegion::summary)
                .map(RegionSummary::rmseMedian)
                .orElse(Double.NaN);
        return seen > BY_HEART * trained;
    }
}

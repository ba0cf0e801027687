package dev.parabola.core.statistics;

import dev.parabola.core.results.PredictionRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How steep target and networks are at the far ends of what was examined.
 *
 * @param left of the median network, at the smallest inputs
 * @param right of the median network, at the largest inputs
 * @param targetLeft of the target, at the smallest inputs
 * @param targetRight of the target, at the largest inputs
 */
record OuterSlopes(double left, double right, double targetLeft, double targetRight) {
    /** From a cell's rows; empty where nothing was predicted. */
    static Optional<OuterSlopes> of(List<PredictionRow> rows) {
        List<PredictionRow> ascending = rows.stream()
                .filter(row -> row.median().isPresent())
                .sorted(Comparator.comparingDouble(PredictionRow::x))
                .toList();
        int last = ascending.size() - 1;
        if (last < 3) {
            return Optional.empty();
        }
        PredictionRow first = ascending.get(0);
        PredictionRow second = ascending.get(1);
        PredictionRow last2 = ascending.get(last - 1);
        PredictionRow last1 = ascending.get(last);
        if (first.x() == second.x() || last2.x() == last1.x()) {
            return Optional.empty();
        }
        return Optional.of(new OuterSlopes(
                median(first, second), median(last2, last1), target(first, second), target(last2, last1)));
    }

    private static double median(PredictionRow a, PredictionRow b) {
        return (b.median().orElseThrow() - a.median().orElseThrow()) / (b.x() - a.x());
    }

    private static double target(PredictionRow a, PredictionRow b) {
        return (b.target() - a.target()) / (b.x() - a.x());
    }
}

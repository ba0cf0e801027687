package dev.parabola.core.statistics;

import dev.parabola.core.results.PredictionRow;
import dev.parabola.core.study.Study;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How steep target and prediction are at the ends of what was examined beyond the region inside; only where the target rises or falls all
 * the way to that end, for elsewhere its slope at one point says little.
 *
 * @param ends at most two, the left one first
 */
record OuterSlopes(List<End> ends) {
    private static final int FEWEST_POINTS = 3;

    /** Copies the list. */
    OuterSlopes {
        ends = List.copyOf(ends);
    }

    /**
     * An end.
     *
     * @param x the outermost input
     * @param predicted the slope of the median prediction between the outermost two
     * @param target the target's
     */
    record End(double x, double predicted, double target) {}

    /** From a cell's rows; empty where there is no such end. */
    static Optional<OuterSlopes> of(List<PredictionRow> rows) {
        List<PredictionRow> ascending = rows.stream()
                .filter(row -> row.median().isPresent())
                .sorted(Comparator.comparingDouble(PredictionRow::x))
                .toList();
        List<PredictionRow> inside = ascending.stream()
                .filter(row -> row.region().equals(Study.INSIDE))
                .toList();
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        double low = inside.get(0).x();
        double high = inside.get(inside.size() - 1).x();
        List<PredictionRow> left =
                new ArrayList<>(ascending.stream().filter(row -> row.x() < low).toList());
        Collections.reverse(left);
        List<End> ends = new ArrayList<>();
        end(left).ifPresent(ends::add);
        end(ascending.stream().filter(row -> row.x() > high).toList()).ifPresent(ends::add);
        return ends.isEmpty() ? Optional.empty() : Optional.of(new OuterSlopes(ends));
    }

    /** The end of a side, its rows from the inside outwards. */
    private static Optional<End> end(List<PredictionRow> outwards) {
        int last = outwards.size() - 1;
        if (last < FEWEST_POINTS || !isMonotone(outwards)) {
            return Optional.empty();
        }
        PredictionRow outer = outwards.get(last);
        PredictionRow inner = outwards.get(last - 1);
        double width = outer.x() - inner.x();
        double predicted = (outer.median().orElseThrow() - inner.median().orElseThrow()) / width;
        double target = (outer.target() - inner.target()) / width;
        return Double.isFinite(predicted) && Double.isFinite(target)
                ? Optional.of(new End(outer.x(), predicted, target))
                : Optional.empty();
    }

    private static boolean isMonotone(List<PredictionRow> rows) {
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < rows.size(); i++) {
            rises |= rows.get(i).target() > rows.get(i - 1).target();
            falls |= rows.get(i).target() < rows.get(i - 1).target();
        }
        return rises != falls;
    }
}

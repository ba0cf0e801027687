package dev.parabola.core.statistics;

import dev.parabola.core.results.PredictionRow;
import dev.parabola.core.study.Study;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How steep target and prediction are at the ends of what was examined beyond the region inside; only where they differ, where the target rises
 * or falls all the way to that end, and where it is smooth there, for elsewhere its slope at one point says little.
 *
 * @param ends at most two, the left one first
 */
record OuterSlopes(List<End> ends) {
    private static final int FEWEST_POINTS = 4;

    /** Differences of slopes below that share of the target's, or of its slope from end to end of all rows, explain nothing. */
    private static final double WORTH_TELLING = 0.1;

    /** What the spacing and the slopes of neighbouring points may differ by where the target is smooth. */
    private static final double EVEN = 1e-6;

    private static final double SMOOTH = 0.5;

    /** Copies the list. */
    OuterSlopes {
        ends = List.copyOf(ends);
    }

    /**
     * An end.
     *
     * @param x the outermost input
     * @param resolution the distance of the points there
     * @param predicted the slope of the median prediction, by a parabola through the outermost three points
     * @param target the target's
     */
    record End(double x, double resolution, double predicted, double target) {}

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
        double overall = overall(ascending);
        List<End> ends = new ArrayList<>();
        end(left, overall).ifPresent(ends::add);
        end(ascending.stream().filter(row -> row.x() > high).toList(), overall).ifPresent(ends::add);
        return ends.isEmpty() ? Optional.empty() : Optional.of(new OuterSlopes(ends));
    }

    /** The slope from the target's least value to its greatest, over the width of all rows. */
    private static double overall(List<PredictionRow> ascending) {
        double least =
                ascending.stream().mapToDouble(PredictionRow::target).min().orElseThrow();
        double greatest =
                ascending.stream().mapToDouble(PredictionRow::target).max().orElseThrow();
        return (greatest - least)
                / (ascending.get(ascending.size() - 1).x() - ascending.get(0).x());
    }

    /** The end of a side, its rows from the inside outwards. */
    private static Optional<End> end(List<PredictionRow> outwards, double overall) {
        int last = outwards.size() - 1;
        if (last < FEWEST_POINTS || !isMonotone(outwards)) {
            return Optional.empty();
        }
        PredictionRow outer = outwards.get(last);
        PredictionRow next = outwards.get(last - 1);
        PredictionRow third = outwards.get(last - 2);
        double width = outer.x() - next.x();
        if (Math.abs(next.x() - third.x() - width) > EVEN * Math.abs(width)) {
            return Optional.empty();
        }
        double near = outer.target() - next.target();
        double before = next.target() - third.target();
        if (Math.abs(near - before) > SMOOTH * Math.max(Math.abs(near), Math.abs(before))) {
            return Optional.empty();
        }
        double predicted = slope(
                outer.median().orElseThrow(),
                next.median().orElseThrow(),
                third.median().orElseThrow(),
                width);
        double target = slope(outer.target(), next.target(), third.target(), width);
        return Math.abs(predicted - target) > WORTH_TELLING * Math.max(Math.abs(target), overall)
                ? Optional.of(new End(outer.x(), Math.abs(width), predicted, target))
                : Optional.empty();
    }

    private static double slope(double outer, double next, double third, double width) {
        return (3 * outer - 4 * next + third) / (2 * width);
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

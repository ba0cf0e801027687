package dev.parabola.core.statistics;

import dev.parabola.core.results.PredictionRow;
import dev.parabola.core.study.Study;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The small part of the region inside in which most of the error sits.
 *
 * @param share the share of the squared error of the median prediction that lies there, at least {@link #MOST}
 * @param centre the middle of the part
 * @param reach how far it extends to either side
 * @param why what the target does there, if that is out of the ordinary
 */
record ErrorPlace(double share, double centre, double reach, Optional<Oddity> why) {
    /** What counts as most of the error. */
    static final double MOST = 0.75;

    /** Parts of the region that are small, by their share of its points; the smallest with most of the error is told. */
    private static final double[] SMALL = {0.02, 0.05, 0.1, 0.2};

    private static final int FEWEST_POINTS = 50;

    /** How much larger than elsewhere values or differences must be to be out of the ordinary. */
    private static final double MUCH = 10;

    /** The share of the values elsewhere that are taken for ordinary. */
    private static final double ORDINARY = 0.9;

    private static final int HALVINGS = 40;

    /** What a target does at a place. */
    enum Oddity {
        /** It jumps. */
        JUMP,
        /** It has values much larger than elsewhere. */
        PEAK,
        /** It is much steeper than elsewhere. */
        STEEP
    }

    /**
     * Looks for the place.
     *
     * @param rows a cell's predictions
     * @param target the target, to look closer at what it does there
     * @return the place; empty where the error is spread over the region, or there is none
     */
    static Optional<ErrorPlace> of(List<PredictionRow> rows, DoubleUnaryOperator target) {
        List<PredictionRow> inside = rows.stream()
                .filter(row -> row.region().equals(Study.INSIDE))
                .filter(row -> row.median().isPresent())
                .sorted(Comparator.comparingDouble(PredictionRow::x))
                .toList();
        int count = inside.size();
        double[] before = new double[count + 1];
        for (int i = 0; i < count; i++) {
            double error = inside.get(i).median().orElseThrow() - inside.get(i).target();
            before[i + 1] = before[i] + error * error;
        }
        if (count < FEWEST_POINTS || !(before[count] > 0) || Double.isInfinite(before[count])) {
            return Optional.empty();
        }
        for (double small : SMALL) {
            int size = (int) (small * count);
            int best = 0;
            for (int from = 1; from + size <= count; from++) {
                if (before[from + size] - before[from] > before[best + size] - before[best]) {
                    best = from;
                }
            }
            double share = (before[best + size] - before[best]) / before[count];
            if (share >= MOST) {
                return Optional.of(new Neighbourhood(inside, best, best + size - 1, target).place(share));
            }
        }
        return Optional.empty();
    }

    /** The points from one to another, and what surrounds them. */
    private record Neighbourhood(List<PredictionRow> rows, int first, int last, DoubleUnaryOperator target) {
        ErrorPlace place(double share) {
            double low = rows.get(first).x();
            double high = rows.get(last).x();
            int steepest = steepest(Math.max(1, first), Math.min(rows.size() - 1, last + 1));
            if (isSteeper(steepest) && jumps(steepest)) {
                double at = (rows.get(steepest - 1).x() + rows.get(steepest).x()) / 2;
                return new ErrorPlace(share, at, Math.max(high - at, at - low), Optional.of(Oddity.JUMP));
            }
            Optional<Oddity> why = isPeak()
                    ? Optional.of(Oddity.PEAK)
                    : isSteeper(steepest) ? Optional.of(Oddity.STEEP) : Optional.empty();
            return new ErrorPlace(share, (low + high) / 2, (high - low) / 2, why);
        }

        private double step(int i) {
            return Math.abs(rows.get(i).target() - rows.get(i - 1).target());
        }

        /** The point before which the target changes most. */
        private int steepest(int from, int to) {
            int steepest = from;
            for (int i = from; i <= to; i++) {
                if (step(i) > step(steepest)) {
                    steepest = i;
                }
            }
            return steepest;
        }

        private boolean isSteeper(int steepest) {
            double elsewhere = 0;
            for (int i = 1; i < rows.size(); i++) {
                if (i < first || i > last + 1) {
                    elsewhere = Math.max(elsewhere, step(i));
                }
            }
            return step(steepest) > MUCH * elsewhere;
        }

        /** Against all but the largest tenth of the values elsewhere. */
        private boolean isPeak() {
            double here = 0;
            List<Double> elsewhere = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                double size = Math.abs(rows.get(i).target());
                if (i < first || i > last) {
                    elsewhere.add(size);
                } else {
                    here = Math.max(here, size);
                }
            }
            Collections.sort(elsewhere);
            return here > MUCH * elsewhere.get((int) (ORDINARY * (elsewhere.size() - 1)));
        }

        /** Whether the change does not shrink as the interval does, halved again and again where more of it lies. */
        private boolean jumps(int at) {
            double low = rows.get(at - 1).x();
            double high = rows.get(at).x();
            double atLow = rows.get(at - 1).target();
            double atHigh = rows.get(at).target();
            double whole = Math.abs(atHigh - atLow);
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (low + high) / 2;
                double atMiddle = target.applyAsDouble(middle);
                if (Math.abs(atMiddle - atLow) >= Math.abs(atHigh - atMiddle)) {
                    high = middle;
                    atHigh = atMiddle;
                } else {
                    low = middle;
                    atLow = atMiddle;
                }
            }
            double left = Math.abs(atHigh - atLow);
            return left > whole / 2 && left <= 2 * whole;
        }
    }
}

package dev.parabola.core.network;

import dev.parabola.api.Activation;
import dev.parabola.api.Plugin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A function of one real number that consists of finitely many straight lines. It may jump at its breaks, and its value at a break
 * may be neither neighbour's, as that of sign x at 0.
 */
public final class PiecewiseLinear {
    private final double[] breaks;
    /** The line left of the first break, that at the break, that right of it, and so on. */
    private final List<Line> lines;

    private PiecewiseLinear(double[] breaks, List<Line> lines) {
        this.breaks = breaks;
        this.lines = List.copyOf(lines);
    }

    /**
     * A straight line.
     *
     * @param slope its slope
     * @param intercept its value at 0
     */
    public record Line(double slope, double intercept) {
        /** Has no negative zeros, so that equal lines are equal records. */
        public Line {
            slope += 0.0;
            intercept += 0.0;
        }

        static Line constant(double value) {
            return new Line(0, value);
        }

        double at(double x) {
            return slope == 0 ? intercept : slope * x + intercept;
        }

        Line times(double factor) {
            return new Line(slope * factor, intercept * factor);
        }

        boolean isFinite() {
            return Double.isFinite(slope) && Double.isFinite(intercept);
        }

        /** Where two lines of different slope meet. */
        static double crossing(Line a, Line b) {
            return (b.intercept - a.intercept) / (a.slope - b.slope);
        }
    }

    /**
     * What an activation is known to be, from the structure of its formula alone: constants and x under {@code + -}, products and
     * quotients with what is constant between breaks, abs, min, max, sign, choices by comparison, powers 0 and 1, and any function of
     * what is constant between breaks.
     *
     * @param activation an {@link Activation} or a {@link dev.parabola.api.NumericActivation}
     * @return the function; empty if it is none, or not known to be one
     * @throws dev.parabola.core.plugin.PluginFault if the activation threw or gave nonsense
     */
    public static Optional<PiecewiseLinear> of(Plugin activation) {
        return activation instanceof Activation formula
                ? PiecewiseFormula.read(ActivationFormula.of(formula).value())
                : Optional.empty();
    }

    static PiecewiseLinear of(Line line) {
        return new PiecewiseLinear(new double[0], List.of(line));
    }

    /**
     * Joins lines; breaks at which nothing changes are left out.
     *
     * @param breaks ascending and distinct
     * @param lines for each break the line left of it and the line at it, then the line right of the last
     */
    static PiecewiseLinear join(double[] breaks, List<Line> lines) {
        double[] kept = new double[breaks.length];
        int count = 0;
        List<Line> joined = new ArrayList<>();
        joined.add(lines.get(0));
        for (int i = 0; i < breaks.length; i++) {
            Line left = joined.get(joined.size() - 1);
            Line right = lines.get(2 * i + 2);
            double value = lines.get(2 * i + 1).at(breaks[i]);
            Line at = value == left.at(breaks[i]) ? left : value == right.at(breaks[i]) ? right : lines.get(2 * i + 1);
            if (!left.equals(right) || !at.equals(left)) {
                kept[count++] = breaks[i];
                joined.add(at);
                joined.add(right);
            }
        }
        return new PiecewiseLinear(Arrays.copyOf(kept, count), joined);
    }

    /**
     * The number of breaks: kinks and jumps.
     *
     * @return at least 0
     */
    public int breakCount() {
        return breaks.length;
    }

    /**
     * A break.
     *
     * @param index its number from the left, from 0
     * @return where it lies
     */
    public double breakAt(int index) {
        return breaks[index];
    }

    /**
     * The line between two breaks.
     *
     * @param index the number of breaks left of it
     * @return the line
     */
    public Line line(int index) {
        return lines.get(2 * index);
    }

    /**
     * The number of straight pieces that make up the function, where a value at a break that belongs to neither neighbour is a piece
     * of its own.
     *
     * @return at least 1
     */
    public int pieces() {
        int pieces = breaks.length + 1;
        for (int i = 1; i < lines.size(); i += 2) {
            if (!lines.get(i).equals(lines.get(i - 1)) && !lines.get(i).equals(lines.get(i + 1))) {
                pieces++;
            }
        }
        return pieces;
    }

    /** The line at a break. */
    Line lineAtBreak(int index) {
        return lines.get(2 * index + 1);
    }
}

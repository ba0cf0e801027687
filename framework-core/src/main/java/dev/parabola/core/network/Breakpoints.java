package dev.parabola.core.network;

import dev.parabola.core.data.AffineMap;
import dev.parabola.core.kernel.Dense;
import dev.parabola.core.study.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the hidden units of a network of one input and a piecewise linear activation pass from one piece of their activation to the
 * next, found from the weights: between two such points every unit is a straight line, whose slope and intercept are those of the
 * pieces that are active there. Uses only {@code + − × ÷}, so the figures are the same everywhere. Safe to use from several threads.
 */
public final class Breakpoints {
    private final List<Dense> layers;
    private final PiecewiseLinear activation;

    /**
     * What networks of one shape have in common.
     *
     * @param shape the networks' shape, of one input
     * @param activation the hidden units' activation
     * @throws IllegalArgumentException if there are several inputs
     */
    public Breakpoints(NetworkShape shape, PiecewiseLinear activation) {
        if (shape.inputs() != 1) {
            throw new IllegalArgumentException(
                    "a network of " + shape.inputs() + " inputs has no breakpoints on a line");
        }
        this.layers = shape.layers();
        this.activation = activation;
    }

    /**
     * A point at which a hidden unit passes a break of its activation.
     *
     * @param layer the hidden layer, from 0
     * @param unit the unit in the layer, from 0
     * @param x the point, in the data's own units
     * @param slopeLeft the slope of the network's output just left of the point, output by input in the data's own units
     * @param slopeRight the same just right of the point
     */
    public record Breakpoint(int layer, int unit, double x, double slopeLeft, double slopeRight) {}

    /**
     * All points at which hidden units pass breaks, however far out; a unit that is constant has none. A unit that comes from
     * exactly a break's value, where it was constant, passes that break if it rises.
     *
     * @param parameters a network's parameters, ordered as {@link NetworkShape} says; finite
     * @param inputs how inputs were scaled for the network
     * @param outputs how outputs were scaled for the network
     * @return the points by layer, unit and x; at most one for each of these
     */
    public List<Breakpoint> of(double[] parameters, AffineMap inputs, AffineMap outputs) {
        PieceSweep sweep = new PieceSweep(activation, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        List<double[][]> passings = new ArrayList<>();
        for (int l = 0; l < layers.size() - 1; l++) {
            sweep.feed(layers.get(l), parameters);
            passings.add(sweep.passings());
            sweep.activate();
        }
        sweep.feed(layers.get(layers.size() - 1), parameters);
        List<Breakpoint> breakpoints = new ArrayList<>();
        for (int l = 0; l < passings.size(); l++) {
            for (int unit = 0; unit < passings.get(l).length; unit++) {
                for (double passing : passings.get(l)[unit]) {
                    double x = inputs.invert(passing) + 0.0;
                    if (Double.isFinite(x)) {
                        int left = sweep.pieceLeftOf(passing);
                        breakpoints.add(new Breakpoint(
                                l,
                                unit,
                                x,
                                sweep.slope(left, 0) * outputs.scale() / inputs.scale(),
                                sweep.slope(left + 1, 0) * outputs.scale() / inputs.scale()));
                    }
                }
            }
        }
        return breakpoints;
    }

    /**
     * Counts the units that pass a break of their activation somewhere in an interval. Cheaper than to find all breakpoints.
     *
     * @param parameters a network's parameters, ordered as {@link NetworkShape} says; finite
     * @param inputs how inputs were scaled for the network
     * @param range the interval, ends included, in the data's own units
     * @return the number of such units in each hidden layer
     */
    public int[] unitsBreakingWithin(double[] parameters, AffineMap inputs, Interval range) {
        PieceSweep sweep = new PieceSweep(
                activation, Math.nextDown(inputs.apply(range.low())), Math.nextUp(inputs.apply(range.high())));
        int[] units = new int[layers.size() - 1];
        for (int l = 0; l < units.length; l++) {
            if (l > 0) {
                sweep.activate();
            }
            sweep.feed(layers.get(l), parameters);
            units[l] = (int) Arrays.stream(sweep.passings())
                    .filter(passings -> passings.length > 0)
                    .count();
        }
        return units;
    }
}

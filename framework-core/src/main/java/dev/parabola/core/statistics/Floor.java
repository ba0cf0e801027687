package dev.parabola.core.statistics;

import dev.parabola.api.Plugin;
import dev.parabola.core.data.Region;
import dev.parabola.core.data.RegionPoints;
import dev.parabola.core.data.Samples;
import dev.parabola.core.data.TargetValues;
import dev.parabola.core.network.PiecewiseLinear;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.study.Study;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A lower bound of the root mean squared error inside of any network of a cell's shape, as far as one is known: networks of one
 * input with piecewise linear units are piecewise linear functions, with so many pieces at most. Each unit of a hidden layer passes each
 * of its activation's kinks at most once on every piece of the function it gets, so a layer multiplies the number of pieces by at most units ·
 * kinks + 1: G. Montúfar, R. Pascanu, K. Cho, Y. Bengio, "On the Number of Linear Regions of Deep Neural Networks" (2014); M. Telgarsky,
 * "Representation Benefits of Deep Feedforward Networks" (2015). Scaling inputs and outputs by affine maps changes none of it. Not thread-safe.
 */
final class Floor {
    private static final int MOST_KEPT = 64;

    private final Map<Key, Optional<PiecewiseFit>> fits = Latest.of(MOST_KEPT);

    private record Key(Plugin target, RegionSettings inside) {}

    /** The floor of a cell; empty where no bound is known. */
    OptionalDouble of(Cell cell) {
        if (cell.target().inputs() != 1) {
            return OptionalDouble.empty();
        }
        Optional<Long> pieces = pieces(cell);
        if (pieces.isEmpty()) {
            return OptionalDouble.empty();
        }
        RegionSettings inside = cell.regions().stream()
                .filter(region -> region.name().equals(Study.INSIDE))
                .findFirst()
                .orElseThrow();
        if (!(inside.points() instanceof RegionSettings.Spread)) {
            // On a few points, or on each replica's own, no bound is known.
            return OptionalDouble.empty();
        }
        Optional<PiecewiseFit> fit =
                fits.computeIfAbsent(new Key(cell.target().function(), inside), key -> fit(cell, inside));
        return fit.map(points -> OptionalDouble.of(points.rmse(pieces.orElseThrow())))
                .orElse(OptionalDouble.empty());
    }

    /** The number of hidden units of a cell whose networks are piecewise linear functions of one input with kinks. */
    static Optional<Integer> unitsWithKinks(Cell cell) {
        if (cell.target().inputs() != 1 || cell.model().hidden().isEmpty()) {
            return Optional.empty();
        }
        return activation(cell)
                .filter(activation -> activation.breakCount() > 0)
                .map(activation -> cell.model().hidden().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    private static Optional<Long> pieces(Cell cell) {
        List<Integer> hidden = cell.model().hidden();
        if (hidden.isEmpty()) {
            return Optional.of(1L);
        }
        return activation(cell).map(activation -> {
            long pieces = 1;
            for (int units : hidden) {
                long factor = (long) units * activation.breakCount() + 1;
                pieces = pieces > Long.MAX_VALUE / factor ? Long.MAX_VALUE : pieces * factor;
            }
            return pieces;
        });
    }

    private static Optional<PiecewiseLinear> activation(Cell cell) {
        try {
            return PiecewiseLinear.of(cell.model().activation());
        } catch (PluginFault e) {
            // Its trials have failed.
            return Optional.empty();
        }
    }

    private static Optional<PiecewiseFit> fit(Cell cell, RegionSettings inside) {
        try {
            return RegionPoints.of(inside, TargetValues.of(cell.target()))
                    .map(Region::points)
                    .map(Floor::fit);
        } catch (PluginFault e) {
            return Optional.empty();
        }
    }

    private static PiecewiseFit fit(Samples points) {
        return new PiecewiseFit(points.inputs(), points.outputs());
    }
}

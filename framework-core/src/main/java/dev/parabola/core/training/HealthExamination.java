package dev.parabola.core.training;

import dev.parabola.core.kernel.Dense;
import dev.parabola.core.network.NetworkShape;
import dev.parabola.core.training.Health.LayerHealth;
import dev.parabola.core.training.LaneTrainer.Insight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks for what is wrong with the parameters of a trial that has completed. */
final class HealthExamination {
    /** Of the activation's steepest slope, and of an output: what is less does as good as nothing. */
    private static final double HARDLY_ANYTHING = 1e-3;

    /** The smallest normal float32; what is smaller loses digits there, and in every precision says that a weight died away. */
    private static final double SMALLEST_NORMAL = 0x1p-126;

    private static final double EXPLODED = 1000;

    private final NetworkShape shape;
    private final double steepestSlope;
    private final double[] first;
    private final double[] last;
    private final int lane;
    private final Insight insight;

    /**
     * Looks at a lane.
     *
     * @param shape the network's shape
     * @param steepestSlope the activation's, where units usually work
     * @param first the first parameters
     * @param last the last ones
     * @param lane the lane
     * @param insight what the trained networks of all lanes do at the training points
     */
    HealthExamination(
            NetworkShape shape, double steepestSlope, double[] first, double[] last, int lane, Insight insight) {
        this.shape = shape;
        this.steepestSlope = steepestSlope;
        this.first = first;
        this.last = last;
        this.lane = lane;
        this.insight = insight;
    }

    /** What is wrong with each layer, given how many units of each hidden layer have no kink in the data, where that is known. */
    List<LayerHealth> layers(Optional<int[]> kinksOutside) {
        List<LayerHealth> layers = new ArrayList<>();
        int output = shape.layers().size() - 1;
        for (int layer = 0; layer <= output; layer++) {
            layers.add(layer(
                    layer,
                    layer < output && kinksOutside.isPresent()
                            ? OptionalInt.of(kinksOutside.orElseThrow()[layer])
                            : OptionalInt.empty()));
        }
        return layers;
    }

    private LayerHealth layer(int index, OptionalInt kinksOutside) {
        Dense layer = shape.layers().get(index);
        boolean hidden = index < shape.layers().size() - 1;
        int dead = 0;
        int saturated = 0;
        int denormal = 0;
        int neverUpdated = 0;
        for (int unit = 0; unit < layer.outputs(); unit++) {
            if (hidden && isFlat(index, unit)) {
                if (insight.largestOutput(index, unit, lane) <= HARDLY_ANYTHING) {
                    dead++;
                } else {
                    saturated++;
                }
            }
            denormal += isDenormal(layer, unit) ? 1 : 0;
            neverUpdated += isUntouched(layer, unit) ? 1 : 0;
        }
        double norm = norm(layer, last);
        return new LayerHealth(
                layer.outputs(),
                dead,
                saturated,
                denormal,
                neverUpdated,
                kinksOutside,
                norm > EXPLODED * Math.max(norm(layer, first), Math.sqrt(layer.outputs() * (layer.inputs() + 1.0))),
                gradientNorm(layer),
                norm);
    }

    private boolean isFlat(int layer, int unit) {
        return insight.steepestSlope(layer, unit, lane) <= HARDLY_ANYTHING * steepestSlope;
    }

    private boolean isDenormal(Dense layer, int unit) {
        boolean denormal = vanishes(bias(layer, unit));
        for (int input = 0; input < layer.inputs(); input++) {
            denormal |= vanishes(weight(layer, unit, input));
        }
        return denormal;
    }

    private boolean vanishes(int row) {
        double size = Math.abs(last[row]);
        return size > 0 && size < SMALLEST_NORMAL;
    }

    private boolean isUntouched(Dense layer, int unit) {
        boolean untouched = isUntouched(bias(layer, unit));
        for (int input = 0; input < layer.inputs(); input++) {
            untouched &= isUntouched(weight(layer, unit, input));
        }
        return untouched;
    }

    private boolean isUntouched(int row) {
        return last[row] == first[row];
    }

    private double norm(Dense layer, double[] parameters) {
        double squares = 0;
        for (int unit = 0; unit < layer.outputs(); unit++) {
            for (int input = 0; input < layer.inputs(); input++) {
                double weight = parameters[weight(layer, unit, input)];
                squares = Math.fma(weight, weight, squares);
            }
            double bias = parameters[bias(layer, unit)];
            squares = Math.fma(bias, bias, squares);
        }
        return Math.sqrt(squares);
    }

    private double gradientNorm(Dense layer) {
        double squares = 0;
        for (int unit = 0; unit < layer.outputs(); unit++) {
            for (int input = 0; input < layer.inputs(); input++) {
                double derivative = insight.gradient(weight(layer, unit, input), lane);
                squares = Math.fma(derivative, derivative, squares);
            }
            double derivative = insight.gradient(bias(layer, unit), lane);
            squares = Math.fma(derivative, derivative, squares);
        }
        return Math.sqrt(squares);
    }

    private static int weight(Dense layer, int unit, int input) {
        return layer.weights() + unit * layer.inputs() + input;
    }

    private static int bias(Dense layer, int unit) {
        return layer.biases() + unit;
    }
}

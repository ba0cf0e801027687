package dev.parabola.core.training;

import dev.parabola.core.kernel.Dense;
import dev.parabola.core.network.ActivationValues;
import dev.parabola.core.network.NetworkShape;
import dev.parabola.core.study.TrainingSettings.Precision;
import dev.parabola.core.training.Health.NotFinite;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Looks why a network could not be trained at all: whether its activation fails to answer a number before anything has changed. */
final class FirstPass {
    private final List<Dense> layers;
    private final ActivationValues activation;
    private final double[] parameters;
    private final Precision precision;

    /**
     * A network.
     *
     * @param shape its shape
     * @param activation its activation
     * @param parameters its first parameters
     * @param precision in which it was to be trained
     */
    FirstPass(NetworkShape shape, ActivationValues activation, double[] parameters, Precision precision) {
        layers = shape.layers();
        this.activation = activation;
        this.parameters = parameters;
        this.precision = precision;
    }

    /**
     * The first answer of a hidden unit that is not finite, of values before slopes, by points, layers and units.
     *
     * @param inputs the training points as the network sees them, ordered [sample][input]
     * @return what the activation was asked and answered; empty if every answer is finite
     */
    Optional<NotFinite> notFinite(double[] inputs) {
        Optional<NotFinite> value = first(inputs, activation.value(), false);
        return value.isPresent() ? value : first(inputs, activation.slope(), true);
    }

    private Optional<NotFinite> first(double[] inputs, DoubleUnaryOperator asked, boolean slope) {
        int dimensions = layers.get(0).inputs();
        for (int at = 0; at < inputs.length; at += dimensions) {
            double[] below = new double[dimensions];
            System.arraycopy(inputs, at, below, 0, dimensions);
            for (Dense layer : layers.subList(0, layers.size() - 1)) {
                double[] outputs = new double[layer.outputs()];
                for (int unit = 0; unit < outputs.length; unit++) {
                    double sum = sum(layer, unit, below);
                    double answer = rounded(asked.applyAsDouble(sum));
                    if (Double.isFinite(sum) && !Double.isFinite(answer)) {
                        return Optional.of(new NotFinite(slope, sum, answer));
                    }
                    outputs[unit] = slope ? rounded(activation.value().applyAsDouble(sum)) : answer;
                }
                below = outputs;
            }
        }
        return Optional.empty();
    }

    /** What is beyond the precision is infinite. */
    private double rounded(double answer) {
        return switch (precision) {
            case FLOAT64 -> answer;
            case FLOAT32 -> (float) answer;
        };
    }

    private double sum(Dense layer, int unit, double[] below) {
        double sum = parameters[layer.biases() + unit];
        for (int input = 0; input < below.length; input++) {
            sum = Math.fma(parameters[layer.weights() + unit * layer.inputs() + input], below[input], sum);
        }
        return sum;
    }
}

package dev.parabola.core.network;

import dev.parabola.api.Initializer;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;

/**
 * Glorot's uniform initializer with gain 1: weights from U(−√(6/(fan_in + fan_out)), √(6/(fan_in + fan_out))), biases
 * 0.
 *
 * <p>The default of Keras' {@code Dense}. PyTorch's {@code calculate_gain} suggests a gain of 5/3 for tanh, which is
 * not applied here.
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio 2010, Understanding the
 *     difficulty of training deep feedforward neural networks, equation 16</a>
 */
@Name("xavier-uniform")
@Summary("U(±√(6/(fan_in + fan_out))), biases 0")
public record XavierUniform() implements Initializer {
    @Override
    public Distribution weights(Layer layer) {
        return Distribution.uniform(Math.sqrt(6 / ((double) layer.fanIn() + layer.fanOut())));
    }

    @Override
    public Distribution biases(Layer layer) {
        return Distribution.zero();
    }
}

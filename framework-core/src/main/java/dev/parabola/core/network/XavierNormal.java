package dev.parabola.core.network;

import dev.parabola.api.Initializer;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;

/**
 * Glorot's normal initializer with gain 1: weights from N(0, 2/(fan_in + fan_out)), biases 0.
 *
 * <p>Frameworks differ: as in PyTorch the normal distribution is whole; Keras and JAX cut it at two standard deviations
 * and widen it to the same variance.
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio 2010, Understanding the
 *     difficulty of training deep feedforward neural networks, equation 12</a>
 */
@Name("xavier-normal")
@Summary("N(0, 2/(fan_in + fan_out)), biases 0")
public record XavierNormal() implements Initializer {
    @Override
    public Distribution weights(Layer layer) {
        return Distribution.normal(Math.sqrt(2 / ((double) layer.fanIn() + layer.fanOut())));
    }

    @Override
    public Distribution biases(Layer layer) {
        return Distribution.zero();
    }
}

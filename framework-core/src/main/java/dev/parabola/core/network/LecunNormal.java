package dev.parabola.core.network;

import dev.parabola.api.Initializer;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;

/**
 * LeCun's normal initializer: weights from N(0, 1/fan_in), biases 0.
 *
 * <p>Frameworks differ: the default of Flax's {@code Dense} and Keras' version cut the normal distribution at two
 * standard deviations and widen it to the same variance; here it is whole.
 *
 * @see <a href="https://doi.org/10.1007/3-540-49430-8_2">LeCun, Bottou, Orr and Müller 1998, Efficient backprop,
 *     section 4.6</a>
 */
@Name("lecun-normal")
@Summary("N(0, 1/fan_in), biases 0")
public record LecunNormal() implements Initializer {
    @Override
    public Distribution weights(Layer layer) {
        return Distribution.normal(Math.sqrt(1.0 / layer.fanIn()));
    }

    @Override
    public Distribution biases(Layer layer) {
        return Distribution.zero();
    }
}

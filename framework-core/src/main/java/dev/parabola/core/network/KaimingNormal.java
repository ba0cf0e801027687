package dev.parabola.core.network;

import dev.parabola.api.Initializer;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;

/**
 * He's normal initializer for ReLU (gain √2, fan in): weights from N(0, 2/fan_in), biases 0.
 *
 * <p>Frameworks differ: as in PyTorch the normal distribution is whole; Keras and JAX cut it at two standard deviations
 * and widen it to the same variance.
 *
 * @see <a href="https://arxiv.org/abs/1502.01852">He, Zhang, Ren and Sun 2015, Delving deep into rectifiers,
 *     equation 10</a>
 */
@Name("kaiming-normal")
@Summary("N(0, 2/fan_in), biases 0, for ReLU")
public record KaimingNormal() implements Initializer {
    @Override
    public Distribution weights(Layer layer) {
        return Distribution.normal(Math.sqrt(2.0 / layer.fanIn()));
    }

    @Override
    public Distribution biases(Layer layer) {
        return Distribution.zero();
    }
}

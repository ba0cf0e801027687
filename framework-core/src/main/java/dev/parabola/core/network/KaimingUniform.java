package dev.parabola.core.network;

import dev.parabola.api.Initializer;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;

/**
 * He's uniform initializer for ReLU (gain √2, fan in): weights from U(−√(6/fan_in), √(6/fan_in)), biases 0.
 *
 * <p>Not what PyTorch's {@code nn.Linear} does, which is {@code torch-linear}.
 *
 * @see <a href="https://arxiv.org/abs/1502.01852">He, Zhang, Ren and Sun 2015, Delving deep into rectifiers,
 *     equation 10</a>
 */
@Name("kaiming-uniform")
@Summary("U(±√(6/fan_in)), biases 0, for ReLU")
public record KaimingUniform() implements Initializer {
    @Override
    public Distribution weights(Layer layer) {
        return Distribution.uniform(Math.sqrt(6.0 / layer.fanIn()));
    }

    @Override
    public Distribution biases(Layer layer) {
        return Distribution.zero();
    }
}

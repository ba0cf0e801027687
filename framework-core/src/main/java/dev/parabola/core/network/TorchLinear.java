package dev.parabola.core.network;

import dev.parabola.api.Initializer;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;

/**
 * What PyTorch's {@code nn.Linear} does: weights and biases from U(−1/√fan_in, 1/√fan_in).
 *
 * <p>PyTorch writes it as {@code kaiming_uniform_(a=√5)}, which is neither {@code kaiming-uniform} nor meant for ReLU:
 * the weights' variance is 1/(3·fan_in), a sixth of He's.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html">torch.nn.Linear</a>
 */
@Name("torch-linear")
@Summary("U(−1/√fan_in, 1/√fan_in) for weights and biases, as torch.nn.Linear")
public record TorchLinear() implements Initializer {
    @Override
    public Distribution weights(Layer layer) {
        return Distribution.uniform(1 / Math.sqrt(layer.fanIn()));
    }

    @Override
    public Distribution biases(Layer layer) {
        return Distribution.uniform(1 / Math.sqrt(layer.fanIn()));
    }
}

package dev.parabola.core.network;

import dev.parabola.api.Doc;
import dev.parabola.api.Initializer;
import dev.parabola.api.Name;
import dev.parabola.api.Range;
import dev.parabola.api.Summary;

/**
 * SIREN's initializer, for sine units of angular frequency ω: the weights of the first layer from U(−1/fan_in,
 * 1/fan_in), those of later ones from U(−√(6/fan_in)/ω, √(6/fan_in)/ω), biases from U(−1/√fan_in, 1/√fan_in).
 *
 * <p>The paper says nothing of biases; these are those of the authors' program, which leaves them as PyTorch's {@code
 * nn.Linear} draws them. The last, linear layer is drawn like the hidden ones, as there.
 *
 * @param omega the angular frequency ω of the activation {@code sine}, positive; both should have the same
 * @see <a href="https://arxiv.org/abs/2006.09661">Sitzmann, Martel, Bergman, Lindell and Wetzstein 2020, Implicit
 *     neural representations with periodic activation functions, section 3.2</a>
 */
@Name("siren")
@Summary("for sine units: U(±1/fan_in), then U(±√(6/fan_in)/omega)")
public record Siren(
        @Doc("angular frequency of the sine units, in radians per unit") @Range(min = 0, exclusiveMin = true)
        double omega)
        implements Initializer {
    /** The paper's 30. */
    public Siren() {
        this(30);
    }

    @Override
    public Distribution weights(Layer layer) {
        return Distribution.uniform(layer.index() == 0 ? 1.0 / layer.fanIn() : Math.sqrt(6.0 / layer.fanIn()) / omega);
    }

    @Override
    public Distribution biases(Layer layer) {
        return Distribution.uniform(1 / Math.sqrt(layer.fanIn()));
    }
}

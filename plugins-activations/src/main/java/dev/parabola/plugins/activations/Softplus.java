package dev.parabola.plugins.activations;

import dev.parabola.api.Activation;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/**
 * The smooth ramp, f(x) = ln(1 + eˣ), computed without overflow.
 *
 * <p>PyTorch's is exactly x where x > 20, which differs by up to 2·10⁻⁹ there; this one is the formula everywhere.
 *
 * @see <a
 *     href="https://papers.nips.cc/paper/1920-incorporating-second-order-functional-knowledge-for-better-option-pricing">Dugas,
 *     Bengio, Bélisle, Nadeau and Garcia 2001, Incorporating second-order functional knowledge for better option
 *     pricing</a>
 */
@Name("softplus")
@Summary("ln(1 + e^x)")
public record Softplus() implements Activation {
    @Override
    public Expression of(Expression x) {
        return x.softplus();
    }
}

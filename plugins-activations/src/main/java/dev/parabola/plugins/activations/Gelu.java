package dev.parabola.plugins.activations;

import dev.parabola.api.Activation;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/**
 * The Gaussian error linear unit, f(x) = x·Φ(x) = ½·x·(1 + erf(x/√2)), in its exact form.
 *
 * <p>Frameworks differ: PyTorch's default is this one, JAX's default and the original BERT and GPT-2 use an
 * approximation by tanh that is off by up to 0.0005.
 *
 * @see <a href="https://arxiv.org/abs/1606.08415">Hendrycks and Gimpel 2016, Gaussian error linear units</a>
 */
@Name("gelu")
@Summary("x·Φ(x), Φ the normal distribution function")
public record Gelu() implements Activation {
    private static final double ROOT_OF_HALF = Math.sqrt(0.5);

    @Override
    public Expression of(Expression x) {
        return x.times(0.5).times(x.times(ROOT_OF_HALF).erf().plus(1));
    }
}

package dev.parabola.plugins.activations;

import dev.parabola.api.Activation;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/**
 * The rectified linear unit, f(x) = max(x, 0), with f′(0) = 0 as in PyTorch, JAX and TensorFlow. NaN stays NaN, so that
 * a diverged network is seen.
 *
 * @see <a href="https://dl.acm.org/doi/10.5555/3104322.3104425">Nair and Hinton 2010, Rectified linear units
 *     improve restricted Boltzmann machines</a>
 */
@Name("relu")
@Summary("max(x, 0)")
public record Relu() implements Activation {
    @Override
    public Expression of(Expression x) {
        return x.max(0);
    }
}

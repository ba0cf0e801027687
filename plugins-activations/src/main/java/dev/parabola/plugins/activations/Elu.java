package dev.parabola.plugins.activations;

import static dev.parabola.api.expression.Expression.where;

import dev.parabola.api.Activation;
import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Range;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/**
 * The exponential linear unit: x where x > 0, else α·(eˣ − 1); f′(0) = α, as in PyTorch.
 *
 * <p>With α ≠ 1 the slope jumps at 0; PyTorch's CELU, α·(e^(x/α) − 1), is another function.
 *
 * @param alpha minus the limit at −∞, not negative
 * @see <a href="https://arxiv.org/abs/1511.07289">Clevert, Unterthiner and Hochreiter 2016, Fast and accurate deep
 *     network learning by exponential linear units</a>
 */
@Name("elu")
@Summary("x where x > 0, else alpha·(e^x − 1)")
public record Elu(
        @Doc("minus the limit at −∞") @Range(min = 0) double alpha) implements Activation {
    /** An alpha of 1. */
    public Elu() {
        this(1);
    }

    @Override
    public Expression of(Expression x) {
        return where(x.isPositive(), x, x.exp().minus(1).times(alpha));
    }
}

package dev.parabola.plugins.activations;

import dev.parabola.api.Activation;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/**
 * The sigmoid linear unit, f(x) = x·sigmoid(x), also called swish.
 *
 * <p>Swish in its paper has a factor β in the sigmoid, f(x) = x·sigmoid(β·x); this is β = 1, as in PyTorch and JAX.
 *
 * @see <a href="https://arxiv.org/abs/1702.03118">Elfwing, Uchibe and Doya 2018, Sigmoid-weighted linear units</a>
 * @see <a href="https://arxiv.org/abs/1710.05941">Ramachandran, Zoph and Le 2017, Searching for activation
 *     functions</a>
 */
@Name("silu")
@Summary("x·sigmoid(x)")
public record Silu() implements Activation {
    @Override
    public Expression of(Expression x) {
        return x.times(x.sigmoid());
    }
}

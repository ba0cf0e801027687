package dev.parabola.plugins.activations;

import dev.parabola.api.Activation;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/**
 * The logistic function, f(x) = 1/(1 + e⁻ˣ), from 0 to 1.
 *
 * @see <a href="https://doi.org/10.1038/323533a0">Rumelhart, Hinton and Williams 1986, Learning representations by
 *     back-propagating errors</a>
 */
@Name("sigmoid")
@Summary("1/(1 + e^−x)")
public record Sigmoid() implements Activation {
    @Override
    public Expression of(Expression x) {
        return x.sigmoid();
    }
}

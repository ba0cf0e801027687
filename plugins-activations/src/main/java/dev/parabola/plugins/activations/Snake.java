package dev.parabola.plugins.activations;

import dev.parabola.api.Activation;
import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Range;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/**
 * The snake, f(x) = x + sin²(a·x)/a: monotone, with a periodic part that can carry on outside the data.
 *
 * <p>The parameter is fixed here; some frameworks train it for each unit. The paper recommends values from 5 to 50
 * where the data is known to be periodic.
 *
 * @param a half the angular frequency of the periodic part, in radians per unit of x, positive
 * @see <a href="https://arxiv.org/abs/2006.08195">Liu, Hartwig and Ueda 2020, Neural networks fail to learn
 *     periodic functions and how to fix it</a>
 */
@Name("snake")
@Summary("x + sin²(a·x)/a")
public record Snake(
        @Doc("half the angular frequency, in radians per unit of x") @Range(min = 0, exclusiveMin = true)
        double a) implements Activation {
    /** An a of 1. */
    public Snake() {
        this(1);
    }

    @Override
    public Expression of(Expression x) {
        return x.plus(x.times(a).sin().squared().dividedBy(a));
    }
}

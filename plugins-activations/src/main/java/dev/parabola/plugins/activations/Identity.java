package dev.parabola.plugins.activations;

import dev.parabola.api.Activation;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/** No nonlinearity: f(x) = x. A network of it is a linear model, however deep. */
@Name("identity")
@Summary("x")
public record Identity() implements Activation {
    @Override
    public Expression of(Expression x) {
        return x;
    }
}

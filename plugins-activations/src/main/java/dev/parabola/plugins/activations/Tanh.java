package dev.parabola.plugins.activations;

import dev.parabola.api.Activation;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/** The hyperbolic tangent, from −1 to 1. */
@Name("tanh")
@Summary("tanh(x)")
public record Tanh() implements Activation {
    @Override
    public Expression of(Expression x) {
        return x.tanh();
    }
}

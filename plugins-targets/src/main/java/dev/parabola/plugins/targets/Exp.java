package dev.parabola.plugins.targets;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/** The exponential function e^x. */
@Name("exp")
@Summary("e^x")
public record Exp() implements TargetFunction {
    @Override
    public Expression of(Expression... x) {
        return x[0].exp();
    }
}

package dev.parabola.plugins.targets;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/** The parabola x², which a network of piecewise linear units can only follow where it saw data. */
@Name("square")
@Summary("x²")
public record Square() implements TargetFunction {
    @Override
    public Expression of(Expression... x) {
        return x[0].squared();
    }
}

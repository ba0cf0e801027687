package dev.parabola.plugins.targets;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/** The sine of x in radians; {@code "sin(3*x)"} as an expression has another frequency. */
@Name("sine")
@Summary("sin(x), x in radians")
public record Sine() implements TargetFunction {
    @Override
    public Expression of(Expression... x) {
        return x[0].sin();
    }
}

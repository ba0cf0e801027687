package dev.parabola.plugins.targets;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/** The odd power x³. */
@Name("cube")
@Summary("x³")
public record Cube() implements TargetFunction {
    @Override
    public Expression of(Expression... x) {
        return x[0].power(3);
    }
}

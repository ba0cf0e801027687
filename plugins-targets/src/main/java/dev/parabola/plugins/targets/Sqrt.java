package dev.parabola.plugins.targets;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/** The square root, defined where x ≥ 0; its slope is infinite at 0. */
@Name("sqrt")
@Summary("√x, defined for x ≥ 0")
public record Sqrt() implements TargetFunction {
    @Override
    public Expression of(Expression... x) {
        return x[0].sqrt();
    }
}

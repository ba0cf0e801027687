package dev.parabola.plugins.targets;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/** The absolute value |x|: two ReLU units can say it exactly. */
@Name("abs")
@Summary("|x|")
public record Abs() implements TargetFunction {
    @Override
    public Expression of(Expression... x) {
        return x[0].abs();
    }
}

package dev.parabola.plugins.targets;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/** The natural logarithm, defined where x > 0. */
@Name("ln")
@Summary("ln(x), defined for x > 0")
public record Ln() implements TargetFunction {
    @Override
    public Expression of(Expression... x) {
        return x[0].log();
    }
}

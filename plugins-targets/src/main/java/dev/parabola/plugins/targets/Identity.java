package dev.parabola.plugins.targets;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/** The straight line x, which a network without hidden layers can learn exactly. */
@Name("identity")
@Summary("x")
public record Identity() implements TargetFunction {
    @Override
    public Expression of(Expression... x) {
        return x[0];
    }
}

package dev.parabola.plugins.targets;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/** The sum of two inputs, which a network without hidden layers can learn exactly. */
@Name("plus")
@Summary("x1 + x2")
public record Plus() implements TargetFunction {
    @Override
    public int inputs() {
        return 2;
    }

    @Override
    public Expression of(Expression... x) {
        return x[0].plus(x[1]);
    }
}

package dev.parabola.plugins.targets;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/** The product of two inputs: the simplest interaction, which no sum of functions of one input can say. */
@Name("multiply")
@Summary("x1 · x2")
public record Multiply() implements TargetFunction {
    @Override
    public int inputs() {
        return 2;
    }

    @Override
    public Expression of(Expression... x) {
        return x[0].times(x[1]);
    }
}

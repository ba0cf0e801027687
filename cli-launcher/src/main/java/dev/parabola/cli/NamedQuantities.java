package dev.parabola.cli;

import dev.parabola.api.Optimizer;
import dev.parabola.api.expression.Condition;
import dev.parabola.api.expression.Expression;

/** The quantities of an optimizer under names that people read; hyphens would look like minus signs. */
final class NamedQuantities implements Optimizer.Quantities {
    static Expression variable(String name) {
        return Expression.variable(name.replace('-', '_'));
    }

    @Override
    public Expression gradient() {
        return variable("gradient");
    }

    @Override
    public Expression weight() {
        return variable("weight");
    }

    @Override
    public Expression rate() {
        return variable("rate");
    }

    @Override
    public Expression baseRate() {
        return variable("base_rate");
    }

    @Override
    public Expression momentum() {
        return variable("momentum");
    }

    @Override
    public Expression step() {
        return variable("step");
    }

    @Override
    public Condition isBias() {
        return variable("is_bias").isEqualTo(Expression.constant(1));
    }

    @Override
    public Expression slot(String name) {
        return variable(name);
    }
}

package dev.parabola.plugins.optimizers;

import dev.parabola.api.Optimizer.Quantities;
import dev.parabola.api.expression.Expression;

/** Weight decay as an L2 penalty: it goes through an optimizer's statistics like any other gradient. */
final class Penalty {
    private Penalty() {}

    /** The gradient of loss and penalty ½·decay·w²; without decay, of the loss alone. */
    static Expression gradient(double decay, Quantities q) {
        return decay == 0 ? q.gradient() : q.gradient().plus(q.weight().times(decay));
    }
}

package dev.parabola.plugins.targets;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.where;

import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;

/**
 * The Heaviside step: 0 left of {@code at}, 1 from there on. No continuous network can be near it everywhere: the
 * maximum error is at least ½.
 *
 * <p>Conventions differ in the value at the jump itself: here it is 1; NumPy's {@code heaviside} takes it as an
 * argument, and many texts have ½.
 *
 * @param at where the function jumps, in units of x; any finite number
 */
@Name("step")
@Summary("0 left of `at`, 1 from there on")
public record Step(
        @Doc("where the function jumps from 0 to 1") double at) implements TargetFunction {
    /** A jump at 0. */
    public Step() {
        this(0);
    }

    @Override
    public Expression of(Expression... x) {
        return where(x[0].isAtLeast(constant(at)), constant(1), 0);
    }
}

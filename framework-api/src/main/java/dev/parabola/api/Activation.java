package dev.parabola.api;

import dev.parabola.api.expression.Expression;

/**
 * The nonlinearity of a network's hidden units, as a formula. The engine differentiates and compiles it.
 *
 * <pre>{@code
 * @Name("leaky-relu")
 * @Summary("max(x, slope·x)")
 * public record LeakyRelu(@Doc("slope left of zero") @Range(min = 0, max = 1) double slope) implements Activation {
 *     public LeakyRelu() {
 *         this(0.01);
 *     }
 *
 *     @Override
 *     public Expression of(Expression x) {
 *         return where(x.isPositive(), x, x.times(slope));
 *     }
 * }
 * }</pre>
 *
 * @see NumericActivation for what no formula says
 */
public interface Activation extends Plugin {
    /**
     * The activation of a unit.
     *
     * @param x the unit's weighted input plus bias; the only variable that the result may contain
     * @return the unit's output
     */
    Expression of(Expression x);
}

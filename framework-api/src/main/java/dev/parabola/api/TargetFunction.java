package dev.parabola.api;

import dev.parabola.api.expression.Expression;

/**
 * A function that networks are to learn, as a formula of one or several inputs. There is no randomness in it: noise and sampling
 * are the study's.
 *
 * @see NumericTargetFunction for what no formula says
 */
public interface TargetFunction extends Plugin {
    /**
     * The number of inputs.
     *
     * @return at least 1
     */
    default int inputs() {
        return 1;
    }

    /**
     * The function's value.
     *
     * @param x one variable per input; the result may contain no other
     * @return the value
     */
    Expression of(Expression... x);

    /**
     * Whether a point belongs to the function's natural domain. The study's data and the points at which networks are examined
     * must; the default accepts wherever the formula's value is finite, so only a narrower domain needs saying.
     *
     * @param x the point, one coordinate per input, all finite
     * @return true if the function is defined there
     */
    default boolean isDefinedAt(double... x) {
        return true;
    }
}

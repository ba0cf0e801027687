package dev.parabola.api;

/**
 * An activation that no {@link dev.parabola.api.expression.Expression} can say, as two plain functions. Both must be
 * deterministic: they may use {@link dev.parabola.api.math.Elementary} but not the elementary functions of {@link Math}, whose
 * bits differ between Java versions.
 */
public interface NumericActivation extends Plugin {
    /**
     * The output of a unit.
     *
     * @param x the unit's weighted input plus bias, any double
     * @return the output
     */
    double value(double x);

    /**
     * The derivative of {@link #value} by {@code x}.
     *
     * @param x the unit's weighted input plus bias, any double
     * @return the derivative; at a kink, the one that back-propagation shall use
     */
    double derivative(double x);
}

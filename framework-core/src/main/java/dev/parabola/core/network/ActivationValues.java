package dev.parabola.core.network;

import dev.parabola.api.Activation;
import dev.parabola.api.NumericActivation;
import dev.parabola.api.Plugin;
import dev.parabola.api.expression.Program;
import dev.parabola.core.plugin.PluginFault;
import java.util.function.DoubleUnaryOperator;

/**
 * An activation's value and derivative, one number at a time and in double precision: for what is looked at rather than trained.
 *
 * @param value the value
 * @param slope the derivative
 */
public record ActivationValues(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
    /**
     * The functions of an activation.
     *
     * @param activation an {@link Activation} or a {@link NumericActivation}
     * @return its functions, which throw {@link PluginFault} where the activation throws
     * @throws PluginFault if its formula is nonsense
     */
    public static ActivationValues of(Plugin activation) {
        if (activation instanceof NumericActivation numeric) {
            return new ActivationValues(
                    x -> PluginFault.guard(numeric, () -> numeric.value(x)),
                    x -> PluginFault.guard(numeric, () -> numeric.derivative(x)));
        }
        Program both = ActivationFormula.of((Activation) activation).valueAndSlope();
        return new ActivationValues(x -> both.evaluate(x)[0], x -> both.evaluate(x)[1]);
    }
}

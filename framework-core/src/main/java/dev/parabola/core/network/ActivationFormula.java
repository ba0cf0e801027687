package dev.parabola.core.network;

import dev.parabola.api.Activation;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import dev.parabola.core.kernel.SplitProgram;
import dev.parabola.core.plugin.PluginFault;
import java.util.List;

/**
 * An activation's formula as programs of one input.
 *
 * @param value gives the output
 * @param valueAndSlope gives the output and the derivative
 */
public record ActivationFormula(Program value, Program valueAndSlope) {
    private static final List<String> X = List.of("x");

    /**
     * The programs of an activation.
     *
     * @param activation the activation
     * @return its formula
     * @throws PluginFault if it threw or gave nonsense
     */
    public static ActivationFormula of(Activation activation) {
        Expression value = PluginFault.guard(activation, () -> activation.of(Expression.variable("x")));
        try {
            return new ActivationFormula(
                    Program.of(X, List.of(value)), Program.of(X, List.of(value, value.derivative("x"))));
        } catch (IllegalArgumentException e) {
            throw new PluginFault(activation, "uses a variable that it does not have: " + e.getMessage(), e);
        }
    }

    /**
     * What activations have in common that differ only in numbers.
     *
     * @return the shape of value and derivative
     */
    public SplitProgram shape() {
        return SplitProgram.of(valueAndSlope, 1);
    }
}

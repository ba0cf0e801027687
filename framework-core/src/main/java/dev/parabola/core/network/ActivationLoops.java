package dev.parabola.core.network;

import dev.parabola.api.Activation;
import dev.parabola.api.NumericActivation;
import dev.parabola.api.Plugin;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import dev.parabola.core.kernel.Compiled;
import dev.parabola.core.kernel.Elementwise;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.LaneConstants;
import dev.parabola.core.plugin.PluginFault;
import java.util.ArrayList;
import java.util.List;

/**
 * An activation, made ready for some lanes, each with parameters of its own.
 *
 * @param value the loop from weighted input to output
 * @param valueConstants what it takes as uniforms
 * @param valueAndSlope the loop from weighted input to output and derivative
 * @param valueAndSlopeConstants what it takes as uniforms
 */
record ActivationLoops(
        Elementwise value, double[] valueConstants, Elementwise valueAndSlope, double[] valueAndSlopeConstants) {
    private static final List<String> X = List.of("x");

    static ActivationLoops of(List<Plugin> activations, Kernel kernel) {
        Plugin first = activations.get(0);
        if (first instanceof NumericActivation) {
            List<NumericActivation> numeric =
                    activations.stream().map(NumericActivation.class::cast).toList();
            Elementwise loop = NumericActivationLoops.of(numeric);
            return new ActivationLoops(loop, new double[0], loop, new double[0]);
        }
        List<Compiled> values = new ArrayList<>();
        List<Compiled> valuesAndSlopes = new ArrayList<>();
        for (Plugin activation : activations) {
            Activation formula = (Activation) activation;
            Expression value = PluginFault.guard(formula, () -> formula.of(Expression.variable("x")));
            values.add(kernel.compile(program(formula, List.of(value)), 1));
            valuesAndSlopes.add(kernel.compile(program(formula, List.of(value, value.derivative("x"))), 1));
        }
        LaneConstants value = LaneConstants.of(values);
        LaneConstants valueAndSlope = LaneConstants.of(valuesAndSlopes);
        return new ActivationLoops(value.code(), value.constants(), valueAndSlope.code(), valueAndSlope.constants());
    }

    private static Program program(Activation activation, List<Expression> formulas) {
        try {
            return Program.of(X, formulas);
        } catch (IllegalArgumentException e) {
            throw new PluginFault(activation, "uses a variable that it does not have: " + e.getMessage(), e);
        }
    }
}

package dev.parabola.core.network;

import dev.parabola.api.Activation;
import dev.parabola.api.NumericActivation;
import dev.parabola.api.Plugin;
import dev.parabola.core.kernel.Compiled64;
import dev.parabola.core.kernel.Dense;
import dev.parabola.core.kernel.Elementwise64;
import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.LaneConstants64;
import dev.parabola.core.kernel.Lanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An activation, made ready for some lanes, each with parameters of its own. Not thread-safe. */
final class ActivationLoops64 {
    private final Elementwise64 value;
    private final double[] hoistedOfValue;
    private final Elementwise64 valueAndSlope;
    private final double[] hoistedOfBoth;
    private final Optional<Compiled64> fusible;

    private ActivationLoops64(
            Elementwise64 value,
            double[] hoistedOfValue,
            Elementwise64 valueAndSlope,
            double[] hoistedOfBoth,
            Optional<Compiled64> fusible) {
        this.value = value;
        this.hoistedOfValue = hoistedOfValue;
        this.valueAndSlope = valueAndSlope;
        this.hoistedOfBoth = hoistedOfBoth;
        this.fusible = fusible;
    }

    /**
     * Loops for some lanes.
     *
     * @param activations the activation of each lane that is not idle; they differ only in numbers
     * @param kernel what compiles them
     * @param lanes the lanes
     * @return the loops
     */
    static ActivationLoops64 of(List<Plugin> activations, Kernel64 kernel, Lanes lanes) {
        Plugin first = activations.get(0);
        if (first instanceof NumericActivation) {
            List<NumericActivation> numeric =
                    activations.stream().map(NumericActivation.class::cast).toList();
            Elementwise64 loop = NumericActivationLoops64.of(numeric);
            return new ActivationLoops64(loop, new double[0], loop, new double[0], Optional.empty());
        }
        List<Compiled64> values = new ArrayList<>();
        List<Compiled64> valuesAndSlopes = new ArrayList<>();
        for (Plugin activation : activations) {
            ActivationFormula formula = ActivationFormula.of((Activation) activation);
            values.add(kernel.compile(formula.value(), 1));
            valuesAndSlopes.add(kernel.compile(formula.valueAndSlope(), 1));
        }
        LaneConstants64 value = LaneConstants64.of(values, lanes);
        LaneConstants64 both = LaneConstants64.of(valuesAndSlopes, lanes);
        return new ActivationLoops64(
                value.code(),
                hoist(value, lanes),
                both.code(),
                hoist(both, lanes),
                Optional.of(valuesAndSlopes.get(0)));
    }

    private static double[] hoist(LaneConstants64 loop, Lanes lanes) {
        double[] hoisted = lanes.rows64(loop.code().hoisted());
        loop.code().hoist(lanes, loop.constants(), hoisted);
        return hoisted;
    }

    /** The formula of value and derivative, if the activation is one. */
    Optional<Compiled64> fusible() {
        return fusible;
    }

    /** What the loop of value and derivative takes. */
    double[] hoisted() {
        return hoistedOfBoth;
    }

    /** From weighted inputs to outputs of a layer's units. */
    void applyValue(Lanes lanes, double[][] arrays, int samples, Dense layer) {
        apply(value, hoistedOfValue, lanes, arrays, samples, layer);
    }

    /** From weighted inputs to outputs and derivatives of a layer's units. */
    void applyValueAndSlope(Lanes lanes, double[][] arrays, int samples, Dense layer) {
        apply(valueAndSlope, hoistedOfBoth, lanes, arrays, samples, layer);
    }

    private static void apply(
            Elementwise64 code, double[] hoisted, Lanes lanes, double[][] arrays, int samples, Dense layer) {
        if (layer.outputStride() == layer.outputs()) {
            code.apply(lanes, arrays, 0, samples * layer.outputs(), hoisted);
            return;
        }
        for (int s = 0; s < samples; s++) {
            code.apply(lanes, arrays, s * layer.outputStride(), layer.outputs(), hoisted);
        }
    }
}

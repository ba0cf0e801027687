package dev.parabola.benchmarks;

import dev.parabola.api.Name;
import dev.parabola.api.NumericActivation;
import dev.parabola.api.Summary;
import dev.parabola.api.math.Elementary;

/** An activation that the engine cannot look into, beside the same function as the expression {@link #EXPRESSION}. */
@Name("black-box-swish")
@Summary("x·σ(1.5·x), as two plain functions")
public record BlackBoxSwish() implements NumericActivation {
    /** The same function, for a manifest. */
    static final String EXPRESSION = "x * sigmoid(1.5 * x)";

    @Override
    public double value(double x) {
        return x * Elementary.sigmoid(1.5 * x);
    }

    @Override
    public double derivative(double x) {
        double sigmoid = Elementary.sigmoid(1.5 * x);
        return sigmoid + 1.5 * x * sigmoid * (1 - sigmoid);
    }
}

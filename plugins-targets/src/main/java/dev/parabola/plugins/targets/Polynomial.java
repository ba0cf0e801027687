package dev.parabola.plugins.targets;

import static dev.parabola.api.expression.Expression.constant;

import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;
import java.util.List;

/**
 * A polynomial c₀ + c₁·x + c₂·x² + …, computed by Horner's rule: (… (cₙ·x + cₙ₋₁)·x + …)·x + c₀.
 *
 * <p>The powers ascend, as in {@code numpy.polynomial}; NumPy's older {@code polyval} and MATLAB's have the highest
 * power first.
 *
 * @param coefficients the coefficient of each power, from the constant term on; at least one
 */
@Name("polynomial")
@Summary("c0 + c1·x + c2·x² + …")
public record Polynomial(
        @Doc("coefficients of the powers 0, 1, 2, … of x") List<Double> coefficients) implements TargetFunction {
    /**
     * Copies the coefficients.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Polynomial {
        coefficients = List.copyOf(coefficients);
        if (coefficients.isEmpty()) {
            throw new IllegalArgumentException(
                    "coefficients must have at least one number, as [0, 0, 1] for x², got an empty list");
        }
    }

    /** x². */
    public Polynomial() {
        this(List.of(0.0, 0.0, 1.0));
    }

    @Override
    public Expression of(Expression... x) {
        int degree = coefficients.size() - 1;
        Expression sum = constant(coefficients.get(degree));
        for (int power = degree - 1; power >= 0; power--) {
            sum = sum.times(x[0]).plus(coefficients.get(power));
        }
        return sum;
    }
}

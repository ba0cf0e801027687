package dev.parabola.core.study;

import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;
import java.util.HashMap;
import java.util.Map;

/**
 * A target that a manifest gives as a formula.
 *
 * @param text the formula as the manifest writes it
 * @param formula the formula, of the variable {@code x} or of {@code x1}, {@code x2}, …
 * @param inputs the highest index of its variables, or 1
 */
public record ExpressionTarget(String text, Expression formula, int inputs) implements TargetFunction {
    @Override
    public Expression of(Expression... x) {
        Map<String, Expression> arguments = new HashMap<>();
        arguments.put("x", x[0]);
        for (int i = 0; i < inputs; i++) {
            arguments.put("x" + (i + 1), x[i]);
        }
        return formula.substitute(arguments);
    }
}

package dev.parabola.core.study;

import dev.parabola.api.Activation;
import dev.parabola.api.expression.Expression;
import java.util.Map;

/**
 * An activation that a manifest gives as a formula.
 *
 * @param text the formula as the manifest writes it
 * @param formula the formula, of the variable {@code x}
 */
public record ExpressionActivation(String text, Expression formula) implements Activation {
    @Override
    public Expression of(Expression x) {
        return formula.substitute(Map.of("x", x));
    }
}

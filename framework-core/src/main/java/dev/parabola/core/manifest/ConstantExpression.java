package dev.parabola.core.manifest;

import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.ExpressionSyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers that a manifest writes as expressions without inputs: {@code pi}, {@code 2*pi}, {@code 1/3}. */
public final class ConstantExpression {
    /** What such an expression consists of, for schemas: at least one of it is more than the digits of a plain number. */
    public static final String PATTERN =
            "^(?![-+]?[0-9.]*([eE][-+]?[0-9]+)?$)([-+*/^(), .0-9]|pi|[eE]|abs|sqrt|exp|ln|log|sin|cos|tanh?|atan|erf|sigmoid|softplus|min|max|floor|sign)+$";

    private static final Pattern LEADING_ZERO = Pattern.compile("(?<![0-9.A-Za-z])0[0-9]");

    private ConstantExpression() {}

    /**
     * Reads a scalar's text that is no plain numeral.
     *
     * @param text the text
     * @return the number, or why it is refused; {@link Numeral.Other} where the text is no expression of numbers, pi and e
     */
    public static Numeral read(String text) {
        Expression expression;
        try {
            expression = Expression.parse(text, word -> false);
        } catch (ExpressionSyntaxException e) {
            return new Numeral.Other();
        }
        if (LEADING_ZERO.matcher(text).find()) {
            return new Numeral.Refused(Excerpt.shortened(text)
                    + " is ambiguous (a leading zero means octal to some readers); write its numbers without");
        }
        double value = expression.evaluate(0);
        return Double.isFinite(value)
                ? new Numeral.Finite(text, value, Optional.empty())
                : new Numeral.Refused(Excerpt.shortened(text) + " is not finite; write a finite number");
    }
}

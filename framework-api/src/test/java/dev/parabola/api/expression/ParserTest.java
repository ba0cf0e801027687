package dev.parabola.api.expression;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.variable;
import static dev.parabola.api.expression.Expression.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    private static final Expression X = variable("x");
    private static final Expression Y = variable("y");
    private static final Predicate<String> X_AND_Y = Set.of("x", "y")::contains;
    private static final String FUNCTIONS =
            "abs, sqrt, exp, ln, sin, cos, tan, tanh, atan, erf, sigmoid, softplus, min, max, floor, sign, if";

    static Stream<Arguments> formulas() {
        return Stream.of(
                Arguments.of("x", X),
                Arguments.of(" ( ( x ) ) ", X),
                Arguments.of("x+y*x", X.plus(Y.times(X))),
                Arguments.of("(x+y)*x", X.plus(Y).times(X)),
                Arguments.of("x-y-x", X.minus(Y).minus(X)),
                Arguments.of("x-(y-x)", X.minus(Y.minus(X))),
                Arguments.of("x/y/x", X.dividedBy(Y).dividedBy(X)),
                Arguments.of("x/y*x", X.dividedBy(Y).times(X)),
                Arguments.of("x*y^x", X.times(Y.power(X))),
                Arguments.of("x^y^x", X.power(Y.power(X))),
                Arguments.of("(x^y)^x", X.power(Y).power(X)),
                Arguments.of("-x^2", X.squared().negate()),
                Arguments.of("(-x)^2", X.negate().squared()),
                Arguments.of("-x*y", X.negate().times(Y)),
                Arguments.of("x*-y", X.times(Y.negate())),
                Arguments.of("x - -y", X.minus(Y.negate())),
                Arguments.of("--x", X.negate().negate()),
                Arguments.of("+x", X),
                Arguments.of("x + +y", X.plus(Y)),
                Arguments.of("x^-2", X.power(-2)),
                Arguments.of("x^+2", X.power(2)),
                Arguments.of("x^(2)", X.power(2)),
                Arguments.of("x^2.0", X.power(2)),
                Arguments.of("x^0", constant(1)),
                Arguments.of("x^1", X),
                Arguments.of("x^0.5", X.power(0.5)),
                Arguments.of("x^-y", X.power(Y.negate())),
                Arguments.of("x^(1+1)", X.power(constant(1).plus(1))),
                Arguments.of("x^1024", X.power(1024)),
                Arguments.of("x^1025", X.power(constant(1025))),
                Arguments.of("2^-2^2", constant(2).power(constant(2).squared().negate())),
                Arguments.of("-2", constant(-2)),
                Arguments.of("-(2)", constant(2).negate()),
                Arguments.of("1 - 2", constant(1).minus(constant(2))),
                Arguments.of("pi*e", constant(Math.PI).times(Math.E)),
                Arguments.of("abs(x)", X.abs()),
                Arguments.of("sqrt(x)", X.sqrt()),
                Arguments.of("exp(x)", X.exp()),
                Arguments.of("ln(x)", X.log()),
                Arguments.of("log(x)", X.log()),
                Arguments.of("sin(x)", X.sin()),
                Arguments.of("cos(x)", X.cos()),
                Arguments.of("tan(x)", X.tan()),
                Arguments.of("tanh(x)", X.tanh()),
                Arguments.of("atan(x)", X.atan()),
                Arguments.of("erf(x)", X.erf()),
                Arguments.of("sigmoid(x)", X.sigmoid()),
                Arguments.of("softplus(x)", X.softplus()),
                Arguments.of("floor(x)", X.floor()),
                Arguments.of("sign(x)", X.sign()),
                Arguments.of("min(x, y)", X.min(Y)),
                Arguments.of("max(x, y, 1)", X.max(Y).max(1)),
                Arguments.of("sin (x)^2", X.sin().squared()),
                Arguments.of("if(x < y, 1, 2)", where(X.isLessThan(Y), constant(1), 2)),
                Arguments.of("if(x<=y,1,2)", where(X.isAtMost(Y), constant(1), 2)),
                Arguments.of("if(x > y, 1, 2)", where(X.isGreaterThan(Y), constant(1), 2)),
                Arguments.of("if(x >= y, 1, 2)", where(X.isAtLeast(Y), constant(1), 2)),
                Arguments.of("if(x == y, 1, 2)", where(X.isEqualTo(Y), constant(1), 2)),
                Arguments.of("if(x != y, 1, 2)", where(new Condition(X, Comparison.NOT_EQUAL, Y), constant(1), 2)),
                Arguments.of(
                        "if(x + 1 > 0, if(y > 0, x, y), -x)",
                        where(X.plus(1).isPositive(), where(Y.isPositive(), X, Y), X.negate())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void readsWhatTheTextMeans(String text, Expression expected) {
        assertThat(Expression.parse(text, X_AND_Y)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-2^2, -4",
        "(-2)^2, 4",
        "2^3^2, 512",
        "2^-1, 0.5",
        "-2^-2, -0.25",
        "1 - 2 - 3, -4",
        "8 / 4 / 2, 1",
        "2 + 3 * 4, 14",
        "2 * 3 + 4, 10",
        "1e3, 1000",
        "1E3, 1000",
        "1.5e+1, 15",
        "25e-2, 0.25",
        "5., 5",
        ".5, 0.5",
        "010, 10",
        "3e-324, 4.9e-324",
        "1e-400, 0",
        "1.7976931348623157e308, 1.7976931348623157e308"
    })
    void aFormulaOfNumbersHasTheExpectedValue(String text, double expected) {
        assertThat(Expression.parse(text, word -> false).evaluate(0)).isEqualTo(expected);
    }

    @Test
    void minusZeroIsReadAsItself() {
        assertThat(1 / Expression.parse("-0", X_AND_Y).evaluate(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aVariableWinsOverAConstantOrFunctionOfTheSameName() {
        assertThat(Expression.parse("e + pi", Set.of("e", "pi")::contains))
                .isEqualTo(variable("e").plus(variable("pi")));
    }

    static Stream<Arguments> mistakes() {
        String start = "a number, a variable, a function or '('";
        return Stream.of(
                mistake("", 0, "the expression ends where " + start + " should follow"),
                mistake("   ", 3, "the expression ends where " + start + " should follow"),
                mistake("x +", 3, "the expression ends where " + start + " should follow"),
                mistake("x + * y", 4, "found '*' where " + start + " should follow"),
                mistake("-", 1, "the expression ends where " + start + " should follow"),
                mistake("x y", 2, "found 'y' where an operator or the end should follow"),
                mistake("2x", 1, "found 'x' where an operator or the end should follow"),
                mistake("1.5.2", 3, "found '.' where an operator or the end should follow"),
                mistake("0x10", 1, "found 'x' where an operator or the end should follow"),
                mistake("1_000", 1, "found '_' where an operator or the end should follow"),
                mistake("x = 1", 2, "found '=' where an operator or the end should follow"),
                mistake("x > 0", 2, "found '>' where an operator or the end should follow"),
                mistake("x; y", 1, "found ';' where an operator or the end should follow"),
                mistake("x**2", 1, "'**' is no operator; a power is written '^'"),
                mistake("x * *y", 4, "found '*' where " + start + " should follow"),
                mistake("(x", 0, "this '(' is never closed"),
                mistake("1 + sin((x)", 7, "this '(' is never closed"),
                mistake("x)", 1, "this ')' closes nothing"),
                mistake("()", 1, "found ')' where " + start + " should follow"),
                mistake("(x, y)", 2, "found ',' where an operator or ')' should follow"),
                mistake("x, y", 1, "found ',' where an operator or the end should follow"),
                mistake(".", 0, "'.' alone is no number"),
                mistake("1 + .e5", 4, "'.' alone is no number"),
                mistake("1e", 1, "an exponent needs digits, as in 1e-3 (a product is written with '*')"),
                mistake("x + 2exp(x)", 5, "an exponent needs digits, as in 1e-3 (a product is written with '*')"),
                mistake("1e400", 0, "the number 1e400 is too large for a double"),
                mistake("sni(x)", 0, "unknown function 'sni'; the functions are " + FUNCTIONS),
                mistake("1 + Sin(x)", 4, "unknown function 'Sin'; the functions are " + FUNCTIONS),
                mistake(
                        "2 * z",
                        4,
                        "unknown word 'z'; an expression may contain its inputs, pi, e and the functions " + FUNCTIONS),
                mistake(
                        "x1",
                        0,
                        "unknown word 'x1'; an expression may contain its inputs, pi, e and the functions "
                                + FUNCTIONS),
                mistake("sin x", 0, "the function sin needs its arguments in parentheses"),
                mistake("2 + sin", 4, "the function sin needs its arguments in parentheses"),
                mistake("sin()", 4, "found ')' where " + start + " should follow"),
                mistake("1 + sin(x, y)", 4, "sin takes one argument, got 2"),
                mistake("max(x)", 0, "max takes at least two arguments, got 1"),
                mistake("sin(x y)", 6, "found 'y' where an operator, ',' or ')' should follow"),
                mistake(
                        "if(x, 1, 2)",
                        4,
                        "found ',' where a comparison (<, <=, >, >=, == or !=) should follow, as in if(x > 0, a, b)"),
                mistake(
                        "if(x = 1, 1, 2)",
                        5,
                        "found '=' where a comparison (<, <=, >, >=, == or !=) should follow, as in if(x > 0, a, b)"),
                mistake(
                        "if(x > 0, 1)",
                        11,
                        "found ')' where an operator or ',' should follow; the form is if(condition, value, otherwise)"),
                mistake(
                        "if(x > 0",
                        8,
                        "found the end where an operator or ',' should follow; the form is if(condition, value, otherwise)"),
                mistake("if(x > 0, 1, 2, 3)", 14, "found ',' where an operator or ')' should follow"),
                mistake(
                        "if(0 < x < 1, 1, 2)",
                        9,
                        "found '<' where an operator or ',' should follow; the form is if(condition, value, otherwise)"),
                mistake("2·x", 1, "found '·' where an operator or the end should follow"),
                mistake("x − y", 2, "found '−' where an operator or the end should follow"),
                mistake("x²", 1, "found '²' where an operator or the end should follow"),
                mistake("π", 0, "found 'π' where " + start + " should follow"),
                mistake("ｘ", 0, "found 'ｘ' where " + start + " should follow"),
                mistake("x + ٣", 4, "found '٣' where " + start + " should follow"),
                mistake("x + 𝑥", 4, "found '𝑥' where " + start + " should follow"),
                mistake("x\u00a0+ y", 1, "found '\u00a0' where an operator or the end should follow"));
    }

    private static Arguments mistake(String text, int position, String message) {
        return Arguments.of(text, position, message);
    }

    @ParameterizedTest(name = "[{index}] {2}")
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsPlace(String text, int position, String message) {
        assertThatExceptionOfType(ExpressionSyntaxException.class)
                .isThrownBy(() -> Expression.parse(text, X_AND_Y))
                .withMessage(message)
                .satisfies(mistake -> assertThat(mistake.position()).isEqualTo(position));
    }

    @Test
    void aThousandfoldParenthesisIsRefusedBeforeTheStackOverflows() {
        assertRefused(
                "(".repeat(100_000) + "x" + ")".repeat(100_000),
                10_000,
                "an expression has at most 10000 characters, this one has 200001");
        assertRefused("(".repeat(100_000), 10_000, "an expression has at most 10000 characters, this one has 100000");
        assertRefused("(".repeat(4_000) + "x" + ")".repeat(4_000), 200, "nested more than 200 deep");
        assertRefused("-".repeat(9_000) + "x", 200, "nested more than 200 deep");
        assertRefused("x^".repeat(4_000) + "x", 400, "nested more than 200 deep");
        assertRefused("sin(".repeat(1_000) + "x" + ")".repeat(1_000), 800, "nested more than 200 deep");
    }

    @Test
    void longFlatFormulasAreNotNested() {
        Expression sum = Expression.parse("x" + "+x".repeat(4_999), X_AND_Y);
        assertThat(sum.evaluate(2)).isEqualTo(10_000);
        assertThat(Expression.parse("(".repeat(199) + "x" + ")".repeat(199), X_AND_Y))
                .isEqualTo(X);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "de-DE", "th-TH-u-ca-buddhist"})
    void theDefaultLocaleChangesNothing(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            Expression formula = Expression.parse("sin(x) + min(x, 1.5) * sign(x) ^ 2", X_AND_Y);
            assertThat(formula).isEqualTo(X.sin().plus(X.min(1.5).times(X.sign().squared())));
            assertThat(formula).hasToString("sin(x) + min(x, 1.5) * sign(x)^2");
            assertRefused("sin(x, 1)", 0, "sin takes one argument, got 2");
            assertRefused("SIN(x)", 0, "unknown function 'SIN'; the functions are " + FUNCTIONS);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void assertRefused(String text, int position, String message) {
        assertThatExceptionOfType(ExpressionSyntaxException.class)
                .isThrownBy(() -> Expression.parse(text, X_AND_Y))
                .withMessage(message)
                .satisfies(mistake -> assertThat(mistake.position()).isEqualTo(position));
    }
}

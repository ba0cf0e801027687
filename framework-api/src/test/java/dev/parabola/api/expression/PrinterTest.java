package dev.parabola.api.expression;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.variable;
import static dev.parabola.api.expression.Expression.where;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrinterTest {
    private static final Expression X = variable("x");
    private static final Expression Y = variable("y");
    private static final Predicate<String> X_AND_Y = Set.of("x", "y")::contains;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsPrintedIsReadBackAsTheSameFormula(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        int readBack = 0;
        for (int i = 0; i < 200; i++) {
            Expression formula = random.any(5);
            String text = formula.toString();
            if (!text.contains("…")) {
                assertThat(Expression.parse(text, X_AND_Y)).as(text).isEqualTo(formula);
                readBack++;
            }
        }
        assertThat(readBack).isGreaterThan(150);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + y * x",
                "(x + y) * x",
                "x - (y - x)",
                "x - y - x",
                "x / (y * x)",
                "x / y * x",
                "-x^2",
                "(-x)^2",
                "-(x + y)",
                "-x * y",
                "x * -y",
                "x + -2",
                "-(2)",
                "(-2)^x",
                "x^-2",
                "x^(-2.5)",
                "x^y",
                "x^(y^x)",
                "(x^y)^x",
                "x^(x + y)",
                "pi * e",
                "ln(x)",
                "min(max(x, y), 1)",
                "if(x >= 0, x, 0.01 * x)"
            })
    void noParenthesisIsPrintedThatIsNotNeeded(String text) {
        assertThat(Expression.parse(text, X_AND_Y)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "100, 100",
        "0.1, 0.1",
        "0.001, 0.001",
        "0.00001, 0.00001",
        "0.0000001, 1e-7",
        "1e15, 1e15",
        "123456789012345, 123456789012345",
        "1e16, 1e16",
        "1e22, 1e22",
        "2e-3, 0.002",
        "0.30000000000000004, 0.30000000000000004",
        "5e-324, 5e-324",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.7976931348623157e308, 1.7976931348623157e308"
    })
    void numbersAreTheShortestThatReadBack(double number, String text) {
        assertThat(constant(number)).hasToString(text);
    }

    static Stream<Arguments> latex() {
        return Stream.of(
                Arguments.of(X.squared(), "x^{2}"),
                Arguments.of(variable("x12").plus(variable("rate")), "x_{12} + \\mathrm{rate}"),
                Arguments.of(
                        variable("base-rate").times(variable("a_b")), "\\mathrm{base-rate} \\cdot \\mathrm{a\\_b}"),
                Arguments.of(X.times(Y).dividedBy(X.plus(1)), "\\frac{x \\cdot y}{x + 1}"),
                Arguments.of(X.dividedBy(Y).squared(), "\\left(\\frac{x}{y}\\right)^{2}"),
                Arguments.of(
                        X.dividedBy(Y).times(X).plus(X.times(Y.dividedBy(2))),
                        "\\frac{x}{y} \\cdot x + x \\cdot \\frac{y}{2}"),
                Arguments.of(X.power(Y.plus(1)), "x^{y + 1}"),
                Arguments.of(X.plus(Y).power(0.5), "\\left(x + y\\right)^{0.5}"),
                Arguments.of(X.squared().negate().exp(), "\\exp\\left(-x^{2}\\right)"),
                Arguments.of(X.sqrt().log(), "\\ln\\left(\\sqrt{x}\\right)"),
                Arguments.of(X.abs().floor(), "\\left\\lfloor \\left|x\\right|\\right\\rfloor"),
                Arguments.of(X.times(X.sigmoid()), "x \\cdot \\operatorname{sigmoid}\\left(x\\right)"),
                Arguments.of(X.max(0), "\\max\\left(x, 0\\right)"),
                Arguments.of(constant(Math.PI).times(1e-8), "\\pi \\cdot \\left(1 \\cdot 10^{-8}\\right)"),
                Arguments.of(constant(Double.POSITIVE_INFINITY), "\\infty"),
                Arguments.of(
                        where(X.isPositive(), X, X.times(0.01)),
                        "\\begin{cases}x & x > 0 \\\\ x \\cdot 0.01 & \\text{otherwise}\\end{cases}"),
                Arguments.of(
                        where(X.isAtMost(Y), constant(1), 0),
                        "\\begin{cases}1 & x \\le y \\\\ 0 & \\text{otherwise}\\end{cases}"));
    }

    @ParameterizedTest
    @MethodSource("latex")
    void latexShowsTheFormulaAsMathematiciansWriteIt(Expression formula, String latex) {
        assertThat(formula.toLatex()).isEqualTo(latex);
    }

    @Test
    void aFormulaWhoseTextWouldNeverEndIsShortened() {
        Expression doubled = X;
        for (int i = 0; i < 60; i++) {
            doubled = doubled.plus(doubled);
        }
        assertThat(doubled.toString()).contains("…").hasSizeLessThan(10_000);
        assertThat(doubled.toLatex()).contains("\\ldots").hasSizeLessThan(10_000);
    }
}

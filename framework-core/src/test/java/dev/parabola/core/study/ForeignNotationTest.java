package dev.parabola.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.expression.Expression;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignNotationTest {
    private static boolean isInput(String word) {
        return word.matches("x([1-9][0-9]*)?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "2x ~ 2*x",
                "2x + 1 ~ 2*x + 1",
                "sin(3x) ~ sin(3*x)",
                "2 x ~ 2*x",
                "3(x + 1) ~ 3*(x + 1)",
                "(x+1)(x-1) ~ (x+1)*(x-1)",
                "x(x + 1) ~ x*(x + 1)",
                "x sin(x) ~ x*sin(x)",
                "2exp(x) ~ 2*exp(x)",
                "2pi ~ 2*pi",
                "x² ~ x^2",
                "3x² + x³ ~ 3*x^2 + x^3",
                "x² sin(x) ~ x^2*sin(x)",
                "x⁻¹ ~ x^-1",
                "x¹⁰ ~ x^10",
                "sin²(x) ~ sin(x)^2",
                "x**2 ~ x^2",
                "x ** 2 ~ x ^ 2",
                "x*y ~ x1*x2",
                "y - x*z ~ x2 - x1*x3",
                "a*b + 1 ~ x1*x2 + 1",
                "t^2 ~ x^2",
                "X^2 ~ x^2",
                "x0 + x1 ~ x1 + x2",
                "x[0]*x[1] ~ x1*x2",
                "x_1*x_2 ~ x1*x2",
                "log10(x) ~ ln(x)/ln(10)",
                "2*log10(x) + 1 ~ 2*(ln(x)/ln(10)) + 1",
                "log2(x + 1) ~ ln(x + 1)/ln(2)",
                "log(x, 10) ~ ln(x)/ln(10)",
                "relu(x)^2 ~ max(x, 0)^2",
                "relu(x - 1) ~ max(x - 1, 0)",
                "√x ~ sqrt(x)",
                "√(x + 1) ~ sqrt(x + 1)",
                "2√x ~ 2*sqrt(x)",
                "π*x ~ pi*x",
                "2πx ~ 2*pi*x",
                "|x| ~ abs(x)",
                "|x - 1| + |x| ~ abs(x - 1) + abs(x)",
                "x % 2 ~ x - 2*floor(x/2)",
                "1 + x % 2 ~ 1 + (x - 2*floor(x/2))",
                "mod(x, 2) ~ x - 2*floor(x/2)",
                "sin x ~ sin(x)",
                "2 sin x + 1 ~ 2*sin(x) + 1",
                "math.sin(x) ~ sin(x)",
                "np.sin(x) ~ sin(x)",
                "torch.sin(x) ~ sin(x)",
                "np.exp(-x**2) ~ exp(-x^2)",
                "np.sin(2*np.pi*x) ~ sin(2*pi*x)",
                "Math.PI*x ~ pi*x",
                "x·2 ~ x*2",
                "x × 2 ~ x * 2",
                "x − 1 ~ x - 1",
                "x ÷ 2 ~ x / 2",
                "0,5*x ~ 0.5*x",
                "x + 0,25 ~ x + 0.25",
                "x; ~ x",
                "max(x; 0) ~ max(x, 0)",
                "[x + 1]*2 ~ (x + 1)*2",
                "y = x^2 ~ x^2",
                "f(x) = x**2 ~ x^2",
                "lambda x: x**2 ~ x^2",
                "x > 0 ~ if(x > 0, 1, 0)",
                "x ≥ 0 ~ if(x >= 0, 1, 0)",
                "x > 0 ? x : 0 ~ if(x > 0, x, 0)",
                "np.where(x > 0, x, 0) ~ if(x > 0, x, 0)",
                "pow(x, 3) ~ x^3",
                "pow(x + 1, 3) ~ (x + 1)^3",
                "np.maximum(x, 0) ~ max(x, 0)",
                "clip(x, 0, 1) ~ min(max(x, 0), 1)",
                "Sin(x) ~ sin(x)",
                "arctan(x) ~ atan(x)",
                "x + 1\u00a0 + x ~ x + 1 + x"
            })
    void isWrittenAsExpressionsHaveIt(String foreign, String formula) {
        assertThat(ForeignNotation.translate(foreign, ForeignNotationTest::isInput))
                .hasValue(formula);
        assertThat(Expression.parse(formula, ForeignNotationTest::isInput)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/2x",
                "x^2x",
                "2^3x",
                "sin x^2",
                "sin 2x",
                "√x^2",
                "50%",
                "x %",
                "-x % 2",
                "x % 2 % 3",
                "x * y % 2",
                "0x10",
                "010x",
                "1_000",
                "1 2",
                "x, y",
                "((x",
                "x)",
                "",
                "x ||",
                "foo(x)",
                "x.pow(2)",
                "x = ",
                "\"x\"",
                "x²³ = y =",
                "(x > 0)*x",
                "+",
                "√",
                "|x",
                "2^",
                "ｘ"
            })
    void isLeftAloneWhereItHasNoMeaningOrSeveral(String text) {
        assertThat(ForeignNotation.translate(text, ForeignNotationTest::isInput))
                .isEmpty();
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of("log10", (DoubleUnaryOperator) Math::log10),
                Arguments.of("log2", (DoubleUnaryOperator) x -> Math.log(x) / Math.log(2)),
                Arguments.of("log1p", (DoubleUnaryOperator) Math::log1p),
                Arguments.of("expm1", (DoubleUnaryOperator) Math::expm1),
                Arguments.of("exp2", (DoubleUnaryOperator) x -> Math.pow(2, x)),
                Arguments.of("asin", (DoubleUnaryOperator) Math::asin),
                Arguments.of("acos", (DoubleUnaryOperator) Math::acos),
                Arguments.of("sinh", (DoubleUnaryOperator) Math::sinh),
                Arguments.of("cosh", (DoubleUnaryOperator) Math::cosh),
                Arguments.of("cot", (DoubleUnaryOperator) x -> 1 / Math.tan(x)),
                Arguments.of("cbrt", (DoubleUnaryOperator) Math::cbrt),
                Arguments.of("ceil", (DoubleUnaryOperator) Math::ceil),
                Arguments.of("round", (DoubleUnaryOperator) Math::round),
                Arguments.of("trunc", (DoubleUnaryOperator) x -> x < 0 ? Math.ceil(x) : Math.floor(x)),
                Arguments.of("rsqrt", (DoubleUnaryOperator) x -> 1 / Math.sqrt(x)),
                Arguments.of("square", (DoubleUnaryOperator) x -> x * x),
                Arguments.of("heaviside", (DoubleUnaryOperator) x -> x > 0 ? 1 : 0),
                Arguments.of("silu", (DoubleUnaryOperator) x -> x / (1 + Math.exp(-x))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void meansWhatTheFunctionMeans(String name, DoubleUnaryOperator meaning) {
        Expression formula = Expression.parse(
                ForeignNotation.translate("-1 + " + name + "(x - 1)", ForeignNotationTest::isInput)
                        .orElseThrow(),
                ForeignNotationTest::isInput);

        for (double x : List.of(1.0 - 0.75, 1.25, 1.75)) {
            double expected = -1 + meaning.applyAsDouble(x - 1);
            if (Double.isFinite(expected)) {
                assertThat(formula.evaluate(x)).as(formula + " at " + x).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void hasOneInputWhereThereIsOnlyOne() {
        assertThat(ForeignNotation.translate("x*y", "x"::equals)).isEmpty();
        assertThat(ForeignNotation.translate("t²", "x"::equals)).hasValue("x^2");
    }

    @Test
    void isReadInBoundedDepth() {
        assertThat(ForeignNotation.translate("(".repeat(100) + "2x" + ")".repeat(98), ForeignNotationTest::isInput))
                .isEmpty();
        assertThat(ForeignNotation.translate("2x+".repeat(5_000) + "x", ForeignNotationTest::isInput))
                .isEmpty();
    }
}

package dev.parabola.api.expression;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.variable;
import static dev.parabola.api.expression.Expression.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.math.Elementary32;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Program32Test {
    private static final Expression X = variable("x");
    private static final Expression Y = variable("y");
    private static final float[] VALUES = {
        Float.NEGATIVE_INFINITY,
        -1e30f,
        -2.5f,
        -1,
        -0.3f,
        -Float.MIN_VALUE,
        -0.0f,
        0.0f,
        Float.MIN_VALUE,
        0.3f,
        1,
        2.5f,
        1e30f,
        Float.POSITIVE_INFINITY,
        Float.NaN
    };

    @FunctionalInterface
    private interface FloatUnary {
        float at(float x);
    }

    @FunctionalInterface
    private interface FloatBinary {
        float at(float x, float y);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("negate", Expression::negate, x -> -x),
                function("abs", Expression::abs, Math::abs),
                function("sqrt", Expression::sqrt, x -> (float) Math.sqrt(x)),
                function("exp", Expression::exp, Elementary32::exp),
                function("log", Expression::log, Elementary32::log),
                function("sin", Expression::sin, Elementary32::sin),
                function("cos", Expression::cos, Elementary32::cos),
                function("tan", Expression::tan, Elementary32::tan),
                function("tanh", Expression::tanh, Elementary32::tanh),
                function("atan", Expression::atan, Elementary32::atan),
                function("erf", Expression::erf, Elementary32::erf),
                function("sigmoid", Expression::sigmoid, Elementary32::sigmoid),
                function("softplus", Expression::softplus, Elementary32::softplus),
                function("floor", Expression::floor, x -> (float) Math.floor(x)),
                function("sign", Expression::sign, x -> x > 0 ? 1 : x < 0 ? -1 : x),
                function("square", Expression::squared, x -> x * x),
                function("fifth power", x -> x.power(5), x -> x * x * (x * x) * x),
                function("inverse cube", x -> x.power(-3), x -> 1 / (x * x * x)));
    }

    private static Arguments function(String name, UnaryOperator<Expression> built, FloatUnary expected) {
        return Arguments.of(name, built, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void aFunctionHasTheBitsOfItsSpecification(String name, UnaryOperator<Expression> built, FloatUnary expected) {
        Program program = Program.of(List.of("x"), List.of(built.apply(X)));
        for (float x : VALUES) {
            assertThat(program.evaluate32(x)).containsExactly(expected.at(x));
        }
    }

    static Stream<Arguments> operators() {
        return Stream.of(
                operator("plus", Expression::plus, (a, b) -> a + b),
                operator("minus", Expression::minus, (a, b) -> a - b),
                operator("times", Expression::times, (a, b) -> a * b),
                operator("dividedBy", Expression::dividedBy, (a, b) -> a / b),
                operator("min", Expression::min, Math::min),
                operator("max", Expression::max, Math::max),
                operator("power", Expression::power, Elementary32::pow));
    }

    private static Arguments operator(String name, BinaryOperator<Expression> built, FloatBinary expected) {
        return Arguments.of(name, built, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void anOperatorHasTheBitsOfItsSpecification(String name, BinaryOperator<Expression> built, FloatBinary expected) {
        Program program = Program.of(List.of("x", "y"), List.of(built.apply(X, Y)));
        for (float a : VALUES) {
            for (float b : VALUES) {
                assertThat(program.evaluate32(a, b)).containsExactly(expected.at(a, b));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChoiceComparesFloats(Comparison comparison) {
        Expression choice = where(new Condition(X, comparison, Y), constant(1), 0);
        Program program = Program.of(List.of("x", "y"), List.of(choice));
        for (float a : VALUES) {
            for (float b : VALUES) {
                assertThat(program.evaluate32(a, b)).containsExactly(comparison.test(a, b) ? 1 : 0);
            }
        }
    }

    @Test
    void aConstantIsTheNearestFloat() {
        List<Expression> constants = List.of(constant(0.1), constant(1e300), constant(-1e-300), constant(16777217));
        assertThat(Program.of(List.of(), constants).evaluate32())
                .containsExactly(0.1f, Float.POSITIVE_INFINITY, -0.0f, 16777216);
    }

    @Test
    void aComparisonSeesTheRoundedConstant() {
        Program program =
                Program.of(List.of("x"), List.of(where(new Condition(X, Comparison.EQUAL, constant(0.1)), X, 0)));
        assertThat(program.evaluate32(0.1f)).containsExactly(0.1f);
        assertThat(program.evaluate(0.1f)).containsExactly(0);
    }

    @Test
    void everyNodeIsRoundedToAFloat() {
        Program program =
                Program.of(List.of("x"), List.of(X.plus(1).minus(1), X.times(X).dividedBy(X)));
        assertThat(program.evaluate32(0x1p-24f)).containsExactly(0, 0x1p-24f);
        assertThat(program.evaluate32(0x1p100f)).containsExactly(0x1p100f, Float.POSITIVE_INFINITY);
        assertThat(program.evaluate(0x1p100f)).containsExactly(0x1p100, 0x1p100);
    }

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aProgramOfManyFormulasGivesEachTheBitsItHasAlone(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        List<Expression> formulas =
                Stream.generate(() -> random.any(4)).limit(50).toList();
        float x = (float) random.between(-3, 3);
        float y = (float) random.between(-3, 3);
        float[] results = Program.of(List.of("x", "y"), formulas).evaluate32(x, y);
        for (int i = 0; i < results.length; i++) {
            Program alone = Program.of(List.of("x", "y"), List.of(formulas.get(i)));
            assertThat(alone.evaluate32(x, y)).containsExactly(results[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSmoothFormulaIsNearItsValueInDoubles(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        for (int i = 0; i < 50; i++) {
            Program program = Program.of(List.of("x", "y"), List.of(random.smooth(2)));
            float x = (float) random.between(-2, 2);
            float y = (float) random.between(-2, 2);
            double expected = program.evaluate(x, y)[0];
            assertThat(program.evaluate32(x, y)[0] - expected).isBetween(-1e-3, 1e-3);
        }
    }
}

package dev.parabola.api.expression;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.variable;
import static dev.parabola.api.expression.Expression.where;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.api.math.Elementary;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Expression X = variable("x");
    private static final Expression Y = variable("y");
    private static final double[] VALUES = {
        Double.NEGATIVE_INFINITY,
        -1e300,
        -2.5,
        -1,
        -0.3,
        -Double.MIN_VALUE,
        -0.0,
        0.0,
        Double.MIN_VALUE,
        0.3,
        1,
        2.5,
        1e300,
        Double.POSITIVE_INFINITY,
        Double.NaN
    };

    static Stream<Arguments> functions() {
        return Stream.of(
                function("negate", Expression::negate, x -> -x),
                function("abs", Expression::abs, Math::abs),
                function("sqrt", Expression::sqrt, Math::sqrt),
                function("exp", Expression::exp, Elementary::exp),
                function("log", Expression::log, Elementary::log),
                function("sin", Expression::sin, Elementary::sin),
                function("cos", Expression::cos, Elementary::cos),
                function("tan", Expression::tan, Elementary::tan),
                function("tanh", Expression::tanh, Elementary::tanh),
                function("atan", Expression::atan, Elementary::atan),
                function("erf", Expression::erf, Elementary::erf),
                function("sigmoid", Expression::sigmoid, Elementary::sigmoid),
                function("softplus", Expression::softplus, Elementary::softplus),
                function("floor", Expression::floor, Math::floor),
                function("sign", Expression::sign, x -> x > 0 ? 1 : x < 0 ? -1 : x));
    }

    private static Arguments function(String name, UnaryOperator<Expression> built, DoubleUnaryOperator expected) {
        return Arguments.of(name, built, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void aFunctionHasTheBitsOfItsSpecification(
            String name, UnaryOperator<Expression> built, DoubleUnaryOperator expected) {
        for (double x : VALUES) {
            assertSameBits(built.apply(X).evaluate(x), expected.applyAsDouble(x));
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
                operator("power", Expression::power, Elementary::pow));
    }

    private static Arguments operator(String name, BinaryOperator<Expression> built, DoubleBinaryOperator expected) {
        return Arguments.of(name, built, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void anOperatorHasTheBitsOfItsSpecification(
            String name, BinaryOperator<Expression> built, DoubleBinaryOperator expected) {
        Program program = Program.of(List.of("x", "y"), List.of(built.apply(X, Y)));
        for (double a : VALUES) {
            for (double b : VALUES) {
                assertSameBits(program.evaluate(a, b)[0], expected.applyAsDouble(a, b));
                assertSameBits(built.apply(X, constant(b)).evaluate(a), expected.applyAsDouble(a, b));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aComparisonWithNotANumberIsFalseUnlessItAsksForADifference(Comparison comparison) {
        Expression choice = where(new Condition(X, comparison, Y), constant(1), 0);
        Program program = Program.of(List.of("x", "y"), List.of(choice));
        double expected = comparison == Comparison.NOT_EQUAL ? 1 : 0;
        for (double x : VALUES) {
            assertThat(program.evaluate(x, Double.NaN)).containsExactly(expected);
            assertThat(program.evaluate(Double.NaN, x)).containsExactly(expected);
        }
    }

    @Test
    void comparisonsOrderNumbersAndTakeBothZerosForOne() {
        assertThat(compared(1, 2)).containsExactly(1, 1, 0, 0, 0, 1);
        assertThat(compared(2, 1)).containsExactly(0, 0, 1, 1, 0, 1);
        assertThat(compared(2, 2)).containsExactly(0, 1, 0, 1, 1, 0);
        assertThat(compared(-0.0, 0.0)).containsExactly(0, 1, 0, 1, 1, 0);
    }

    private static double[] compared(double a, double b) {
        List<Expression> choices = Stream.of(Comparison.values())
                .map(comparison -> where(new Condition(X, comparison, Y), constant(1), 0))
                .toList();
        return Program.of(List.of("x", "y"), choices).evaluate(a, b);
    }

    @Test
    void noProductAndSumIsContractedIntoOneRounding() {
        double a = 1 + 0x1p-30;
        double product = a * a;
        assertThat(Math.fma(a, a, -product)).isNotZero();
        assertThat(X.times(X).minus(product).evaluate(a)).isZero();
    }

    @Test
    void noTermIsDroppedOrMoved() {
        assertThat(X.plus(1e300).minus(1e300).evaluate(1)).isZero();
        assertThat(X.times(0).evaluate(Double.POSITIVE_INFINITY)).isNaN();
        assertThat(X.minus(X).evaluate(Double.POSITIVE_INFINITY)).isNaN();
        assertSameBits(X.plus(0).evaluate(-0.0), 0.0);
        assertThat(X.dividedBy(3).times(3).evaluate(0.1)).isEqualTo(0.1 / 3 * 3);
    }

    @Test
    void anIntegerPowerIsComputedByTheStatedRule() {
        SplittableRandom random = new SplittableRandom(7);
        for (int exponent = -1024; exponent <= 1024; exponent++) {
            for (int i = 0; i < 10; i++) {
                double a = random.nextDouble(-1.5, 1.5);
                assertSameBits(X.power(exponent).evaluate(a), bySquaring(a, exponent));
            }
        }
    }

    /** From r = a, for each binary digit of |n| after its first: r ← r·r and, if the digit is 1, r ← r·a. */
    private static double bySquaring(double a, int exponent) {
        if (exponent == 0) {
            return 1;
        }
        double r = a;
        for (char digit :
                Integer.toBinaryString(Math.abs(exponent)).substring(1).toCharArray()) {
            r = r * r;
            if (digit == '1') {
                r = r * a;
            }
        }
        return exponent < 0 ? 1 / r : r;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, -0.7, 1.3, 1e160, Double.NEGATIVE_INFINITY})
    void smallIntegerPowersAreTheProductsOneWouldWrite(double a) {
        assertSameBits(X.squared().evaluate(a), a * a);
        assertSameBits(X.power(3).evaluate(a), (a * a) * a);
        assertSameBits(X.power(4).evaluate(a), (a * a) * (a * a));
        assertSameBits(X.power(5).evaluate(a), ((a * a) * (a * a)) * a);
        assertSameBits(X.power(6).evaluate(a), ((a * a) * a) * ((a * a) * a));
        assertSameBits(X.power(-1).evaluate(a), 1 / a);
        assertSameBits(X.power(-2).evaluate(a), 1 / (a * a));
    }

    @Test
    void anExponentTooLargeForMultiplicationIsARealPower() {
        assertThat(X.power(1024).operation()).isEqualTo(Operation.INTEGER_POWER);
        assertThat(X.power(1025)).isEqualTo(X.power(1025.0));
        assertThat(X.power(-1025)).isEqualTo(X.power(-1025.0));
        assertThat(X.power(Integer.MIN_VALUE)).isEqualTo(X.power((double) Integer.MIN_VALUE));
    }

    @Test
    void equalFormulasAreEqualHoweverTheyShareTheirParts() {
        Expression part = X.plus(1);
        Expression shared = part.times(part);
        Expression repeated = variable("x").plus(1).times(variable("x").plus(1));
        assertThat(shared).isEqualTo(repeated).hasSameHashCodeAs(repeated);
    }

    @Test
    void formulasThatDifferAnywhereAreNotEqual() {
        List<Expression> different = List.of(
                X,
                Y,
                constant(0),
                constant(-0.0),
                constant(Double.NaN),
                X.plus(Y),
                Y.plus(X),
                X.minus(Y),
                X.power(2),
                X.power(3),
                X.power(2.0),
                X.times(X),
                where(X.isPositive(), X, Y),
                where(X.isNegative(), X, Y),
                where(X.isPositive(), Y, X),
                X.plus(Y).plus(X),
                X.plus(Y.plus(X)));
        for (int i = 0; i < different.size(); i++) {
            for (int j = 0; j < different.size(); j++) {
                assertThat(different.get(i).equals(different.get(j))).isEqualTo(i == j);
            }
        }
        assertThat(constant(Double.NaN)).isEqualTo(constant(Double.NaN));
        assertThat(X).isNotEqualTo("x");
    }

    @Test
    void formulasTakeThePlaceOfVariablesAllAtOnce() {
        Expression formula = X.times(Y).plus(X.sin().max(Y));
        Expression swapped = formula.substitute(Map.of("x", Y, "y", X.plus(1)));
        assertThat(swapped).isEqualTo(Y.times(X.plus(1)).plus(Y.sin().max(X.plus(1))));
        assertThat(where(X.isPositive(), X.power(3), 2).substitute(Map.of("x", Y)))
                .isEqualTo(where(Y.isPositive(), Y.power(3), 2));
        assertThat(formula.substitute(Map.of("z", X))).isEqualTo(formula);
    }

    @Test
    void aVariableMayHaveAnyNameOfLettersDigitsAndJoints() {
        assertThat(variable("base-rate_2").variables()).containsExactly("base-rate_2");
        for (String name : List.of("", "2x", "-x", "_x", "x y", "x+", "é", "x\n")) {
            assertThatThrownBy(() -> variable(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'" + name + "' is no name for a variable");
        }
    }

    @Test
    void evaluationWantsAValueForEveryVariable() {
        assertThat(X.minus(Y).evaluate(Map.of("x", 5.0, "y", 3.0, "z", 9.0))).isEqualTo(2);
        assertThatThrownBy(() -> X.minus(Y).evaluate(Map.of("x", 5.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("variable 'y' has no value");
        assertThatThrownBy(() -> X.minus(Y).evaluate(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the formula has several variables: x, y");
        assertThat(constant(2).plus(3).evaluate(9)).isEqualTo(5);
    }

    @Test
    @Timeout(value = 5, unit = SECONDS)
    void aFormulaThatDoublesSixtyTimesIsEvaluatedAtOnce() {
        Expression doubled = doubledSixtyTimes();
        assertThat(doubled.evaluate(1)).isEqualTo(0x1p60);
        assertThat(doubled.derivative("x").evaluate(1)).isEqualTo(0x1p60);
        assertThat(doubled).isEqualTo(doubledSixtyTimes()).hasSameHashCodeAs(doubledSixtyTimes());
        assertThat(doubled.variables()).containsExactly("x");
        assertThat(doubled.toString()).isNotEmpty();
    }

    private static Expression doubledSixtyTimes() {
        Expression doubled = X;
        for (int i = 0; i < 60; i++) {
            doubled = doubled.plus(doubled);
        }
        return doubled;
    }

    @Test
    void aHundredThousandTermsDoNotOverflowTheStack() {
        Expression chain = chainOfAHundredThousand(Expression::plus);
        assertThat(chain.evaluate(0.5)).isEqualTo(50_000);
        assertThat(chain.derivative("x").evaluate(0.5)).isEqualTo(100_000);
        assertThat(chain.equals(chain.plus(X))).isFalse();
        assertThat(chain.toString()).contains("…").hasSizeLessThan(10_000);
    }

    @Test
    void aHundredThousandTermsDoNotOverflowTheStackInTheOtherOrder() {
        Expression chain = chainOfAHundredThousand((sum, next) -> next.plus(sum));
        assertThat(chain.derivative("x").evaluate(0.5)).isEqualTo(100_000);
    }

    private static Expression chainOfAHundredThousand(BinaryOperator<Expression> grow) {
        return IntStream.range(1, 100_000).mapToObj(i -> X).reduce(X, grow);
    }

    private static void assertSameBits(double actual, double expected) {
        assertThat(Double.doubleToLongBits(actual)).isEqualTo(Double.doubleToLongBits(expected));
    }
}

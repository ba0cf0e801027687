package dev.parabola.plugins.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import dev.parabola.api.math.Elementary;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TargetsTest {
    private static final double[] POINTS = {-4, -1.75, -1, -0.3, 0.0, 0.3, 1, 1.75, 4};

    static Stream<Arguments> ofOneInput() {
        return Stream.of(
                one(new Square(), x -> x * x),
                one(new Cube(), x -> x * x * x),
                one(new Identity(), x -> x),
                one(new Sine(), Elementary::sin),
                one(new Exp(), Elementary::exp),
                one(new Ln(), Elementary::log),
                one(new Abs(), Math::abs),
                one(new Step(), x -> x < 0 ? 0 : 1),
                one(new Step(0.3), x -> x < 0.3 ? 0 : 1),
                one(new Sqrt(), Math::sqrt),
                one(new Polynomial(), x -> x * x),
                one(new Polynomial(List.of(7.5)), x -> 7.5),
                one(new Polynomial(List.of(1.0, -2.0)), x -> -2 * x + 1),
                one(new Polynomial(List.of(0.5, 0.0, -3.0, 2.0)), x -> ((2 * x - 3) * x + 0) * x + 0.5));
    }

    private static Arguments one(TargetFunction target, DoubleUnaryOperator expected) {
        return Arguments.of(target, expected);
    }

    @ParameterizedTest
    @MethodSource("ofOneInput")
    void isTheFunctionThatItsNameSays(TargetFunction target, DoubleUnaryOperator expected) {
        assertThat(target.inputs()).isOne();
        for (double x : POINTS) {
            assertThat(value(target, x)).isEqualTo(Double.valueOf(expected.applyAsDouble(x)));
        }
    }

    @Test
    void plusAndMultiplyJoinTwoInputs() {
        for (double x1 : POINTS) {
            for (double x2 : POINTS) {
                assertThat(value(new Plus(), x1, x2)).isEqualTo(x1 + x2);
                assertThat(value(new Multiply(), x1, x2)).isEqualTo(x1 * x2);
            }
        }
        assertThat(new Plus().inputs()).isEqualTo(2);
        assertThat(new Multiply().inputs()).isEqualTo(2);
    }

    @Test
    void aValueOutsideTheNaturalDomainIsNotFinite() {
        assertThat(value(new Ln(), -1)).isNaN();
        assertThat(value(new Ln(), 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(value(new Sqrt(), -1)).isNaN();
        assertThat(value(new Sqrt(), 0)).isZero();
    }

    @Test
    void aPolynomialKeepsItsOwnCopyOfTheCoefficients() {
        List<Double> given = new ArrayList<>(List.of(1.0, 2.0));
        Polynomial polynomial = new Polynomial(given);
        given.set(0, 5.0);
        assertThat(polynomial).isEqualTo(new Polynomial(List.of(1.0, 2.0)));
    }

    @Test
    void aPolynomialWithoutCoefficientsIsRefused() {
        assertThatThrownBy(() -> new Polynomial(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coefficients must have at least one number, as [0, 0, 1] for x², got an empty list");
    }

    @Test
    void theServiceFileListsEveryTargetByItsName() {
        assertThat(all())
                .extracting(
                        target -> target.getClass().getAnnotation(Name.class).value())
                .containsExactlyInAnyOrder(
                        "square",
                        "cube",
                        "identity",
                        "plus",
                        "multiply",
                        "sine",
                        "exp",
                        "ln",
                        "abs",
                        "step",
                        "sqrt",
                        "polynomial");
    }

    @Test
    void everyTargetHasASummaryOfOneLine() {
        assertThat(all())
                .extracting(
                        target -> target.getClass().getAnnotation(Summary.class).value())
                .allSatisfy(summary ->
                        assertThat(summary).isNotBlank().doesNotContain("\n").doesNotEndWith("."));
    }

    private static List<TargetFunction> all() {
        return ServiceLoader.load(TargetFunction.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static double value(TargetFunction target, double... point) {
        List<String> names =
                IntStream.rangeClosed(1, point.length).mapToObj(i -> "x" + i).toList();
        Expression formula = target.of(names.stream().map(Expression::variable).toArray(Expression[]::new));
        return Program.of(names, List.of(formula)).evaluate(point)[0];
    }
}

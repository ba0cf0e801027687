package dev.parabola.api.expression;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.variable;
import static dev.parabola.api.expression.Expression.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeTest {
    private static final Expression X = variable("x");
    private static final Expression Y = variable("y");

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithCentralDifferencesWhereTheFormulaIsSmooth(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        for (int i = 0; i < 100; i++) {
            Expression formula = random.smooth(4);
            Program program =
                    Program.of(List.of("x", "y"), List.of(formula, formula.derivative("x"), formula.derivative("y")));
            double x = random.between(-2, 2);
            double y = random.between(-2, 2);
            double[] exact = program.evaluate(x, y);
            assertThat(exact[1])
                    .as("by x: %s", formula)
                    .isCloseTo(difference(program, x, y, 1, 0), within(tolerance(exact[1])));
            assertThat(exact[2])
                    .as("by y: %s", formula)
                    .isCloseTo(difference(program, x, y, 0, 1), within(tolerance(exact[2])));
        }
    }

    private static double tolerance(double derivative) {
        return 1e-7 * (1 + Math.abs(derivative));
    }

    /** The central difference of fourth order. */
    private static double difference(Program program, double x, double y, int alongX, int alongY) {
        double h = 0x1p-13;
        double[] values = new double[5];
        for (int i = -2; i <= 2; i++) {
            values[i + 2] = program.evaluate(x + i * h * alongX, y + i * h * alongY)[0];
        }
        return (values[0] - 8 * values[1] + 8 * values[3] - values[4]) / (12 * h);
    }

    static Stream<Arguments> rules() {
        Expression root = X.sqrt();
        Expression square = X.squared();
        return Stream.of(
                Arguments.of(constant(3), constant(0)),
                Arguments.of(Y, constant(0)),
                Arguments.of(X, constant(1)),
                Arguments.of(X.plus(Y), constant(1)),
                Arguments.of(Y.minus(X), constant(1).negate()),
                Arguments.of(X.negate(), constant(1).negate()),
                Arguments.of(X.times(Y), Y),
                Arguments.of(Y.times(X), Y),
                Arguments.of(X.times(X), X.plus(X)),
                Arguments.of(X.dividedBy(Y), constant(1).dividedBy(Y)),
                Arguments.of(Y.dividedBy(X), Y.dividedBy(X).negate().dividedBy(X)),
                Arguments.of(X.power(2), X.times(2)),
                Arguments.of(X.power(5), X.power(4).times(5)),
                Arguments.of(X.power(-1), X.power(-2).times(-1)),
                Arguments.of(X.power(Y), X.power(Y.minus(1)).times(Y)),
                Arguments.of(Y.power(X), Y.power(X).times(Y.log())),
                Arguments.of(root, constant(1).dividedBy(root.times(2))),
                Arguments.of(X.exp(), X.exp()),
                Arguments.of(X.log(), constant(1).dividedBy(X)),
                Arguments.of(X.sin(), X.cos()),
                Arguments.of(X.cos(), X.sin().negate()),
                Arguments.of(X.tan(), constant(1).plus(X.tan().squared())),
                Arguments.of(X.tanh(), constant(1).minus(X.tanh().squared())),
                Arguments.of(X.atan(), constant(1).dividedBy(constant(1).plus(square))),
                Arguments.of(X.erf(), square.negate().exp().times(2 / Math.sqrt(Math.PI))),
                Arguments.of(X.sigmoid(), X.sigmoid().times(constant(1).minus(X.sigmoid()))),
                Arguments.of(X.softplus(), X.sigmoid()),
                Arguments.of(X.abs(), X.sign()),
                Arguments.of(X.floor(), constant(0)),
                Arguments.of(X.sign(), constant(0)),
                Arguments.of(square.sin(), square.cos().times(X.times(2))),
                Arguments.of(where(X.isPositive(), X, 0), where(X.isPositive(), constant(1), 0)),
                Arguments.of(where(X.isPositive(), Y, 3), constant(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void followsTheStatedRules(Expression formula, Expression derivative) {
        assertThat(formula.derivative("x")).isEqualTo(derivative);
    }

    @Test
    void absSignAndFloorAreFlatAtTheirKinks() {
        assertThat(slope(X.abs(), 0)).isZero();
        assertThat(slope(X.abs(), -1)).isEqualTo(-1);
        assertThat(slope(X.abs(), 1)).isOne();
        assertThat(slope(X.sign(), 0)).isZero();
        assertThat(slope(X.floor(), 2)).isZero();
    }

    @Test
    void atATieAConstantArgumentWins() {
        assertThat(slope(X.max(0), 0)).isZero();
        assertThat(slope(constant(0).max(X), 0)).isZero();
        assertThat(slope(X.min(6), 6)).isZero();
        assertThat(slope(constant(6).min(X), 6)).isZero();
        assertThat(slope(X.max(0).min(6), 0)).isZero();
        assertThat(slope(X.max(constant(2).sqrt().minus(constant(2).sqrt())), 0))
                .isZero();
    }

    @Test
    void atATieOfTwoVariableArgumentsTheFirstWins() {
        assertThat(slope(X.times(2).max(X.times(3)), 0)).isEqualTo(2);
        assertThat(slope(X.times(3).max(X.times(2)), 0)).isEqualTo(3);
        assertThat(slope(X.times(2).min(X.times(3)), 0)).isEqualTo(2);
        assertThat(slope(X.times(3).min(X.times(2)), 0)).isEqualTo(3);
        // The other argument varies too, though not with x.
        Expression byX = X.max(Y).derivative("x");
        assertThat(Program.of(List.of("x", "y"), List.of(byX)).evaluate(1, 1)).containsExactly(1);
    }

    @Test
    void besideATieTheArgumentThatIsTakenCounts() {
        assertThat(slope(X.max(0), 1e-300)).isOne();
        assertThat(slope(X.max(0), -1e-300)).isZero();
        assertThat(slope(X.min(0), 1e-300)).isZero();
        assertThat(slope(X.min(0), -1e-300)).isOne();
        assertThat(slope(X.times(2).max(X.times(3)), 1)).isEqualTo(3);
        assertThat(slope(X.times(2).max(X.times(3)), -1)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, -1e300})
    void theBranchThatIsNotChosenIsNotSeenEvenIfItIsNotANumber(double x) {
        Expression guarded = where(X.isPositive(), X.log().plus(X.sqrt()), X.times(3));
        assertThat(guarded.evaluate(x)).isEqualTo(3 * x);
        assertThat(slope(guarded, x)).isEqualTo(3);
        Expression inside = where(X.isPositive(), X.power(0.5), 0).plus(1).squared();
        assertThat(inside.evaluate(x)).isEqualTo(1);
        assertThat(slope(inside, x)).isZero();
    }

    @Test
    void whereDifferentiatesTheChosenBranchAtTheKink() {
        assertThat(slope(where(X.isPositive(), X, X.times(0.1)), 0)).isEqualTo(0.1);
        assertThat(slope(where(X.isAtLeast(constant(0)), X, X.times(0.1)), 0)).isOne();
    }

    @Test
    void theSlopeOfAPowerOfZeroIsExact() {
        assertThat(slope(X.squared(), 0)).isZero();
        assertThat(slope(X.power(3), 0)).isZero();
        assertThat(slope(X.power(1.5), 0)).isZero();
    }

    @Test
    void higherDerivativesAreDerivativesOfDerivatives() {
        Expression fourth = X.sin();
        for (int i = 0; i < 4; i++) {
            fourth = fourth.derivative("x");
        }
        assertThat(fourth.evaluate(0.7)).isCloseTo(X.sin().evaluate(0.7), within(1e-15));
    }

    private static double slope(Expression formula, double x) {
        return formula.derivative("x").evaluate(x);
    }
}

package dev.parabola.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.Activation;
import dev.parabola.api.NumericActivation;
import dev.parabola.api.expression.Expression;
import dev.parabola.core.network.PiecewiseLinear.Line;
import dev.parabola.core.study.ExpressionActivation;
import dev.parabola.plugins.activations.Elu;
import dev.parabola.plugins.activations.Identity;
import dev.parabola.plugins.activations.LeakyRelu;
import dev.parabola.plugins.activations.Relu;
import dev.parabola.plugins.activations.Tanh;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiecewiseLinearTest {
    @Test
    void reluIsFlatLeftOfZeroAndTheIdentityRightOfIt() {
        PiecewiseLinear relu = PiecewiseLinear.of(new Relu()).orElseThrow();

        assertThat(breaks(relu)).containsExactly(0);
        assertThat(relu.line(0)).isEqualTo(new Line(0, 0));
        assertThat(relu.line(1)).isEqualTo(new Line(1, 0));
        assertThat(relu.pieces()).isEqualTo(2);
    }

    @Test
    void leakyReluKeepsItsSlopeLeftOfZero() {
        PiecewiseLinear leaky = PiecewiseLinear.of(new LeakyRelu(0.25)).orElseThrow();

        assertThat(breaks(leaky)).containsExactly(0);
        assertThat(leaky.line(0)).isEqualTo(new Line(0.25, 0));
        assertThat(leaky.line(1)).isEqualTo(new Line(1, 0));
        assertThat(PiecewiseLinear.of(new LeakyRelu(1)).orElseThrow().pieces()).isEqualTo(1);
    }

    @Test
    void identityIsOnePiece() {
        PiecewiseLinear identity = PiecewiseLinear.of(new Identity()).orElseThrow();

        assertThat(identity.breakCount()).isZero();
        assertThat(identity.line(0)).isEqualTo(new Line(1, 0));
    }

    @Test
    void hardTanhHasThreePieces() {
        PiecewiseLinear hardTanh = formula("min(max(x, -1), 1)");

        assertThat(breaks(hardTanh)).containsExactly(-1, 1);
        assertThat(hardTanh.line(0)).isEqualTo(new Line(0, -1));
        assertThat(hardTanh.line(1)).isEqualTo(new Line(1, 0));
        assertThat(hardTanh.line(2)).isEqualTo(new Line(0, 1));
        assertThat(hardTanh.pieces()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "min(max(x, 0), 6) | 2",
                "max(0, min(1, x / 4 + 0.5)) | 2",
                "min(max(x / 6 + 0.5, 0), 1) | 2",
                "abs(x) | 1",
                "abs(abs(x) - 1) | 3",
                "abs(x - 1) - abs(x + 1) | 2",
                "max(x, 0) - max(-x, 0) | 0",
                "x - if(x > 2, x - 2, 0) | 1",
                "if(x < 3, x, x) | 0",
                "if(x > 0, 1, 0) | 1",
                "if(x != 0, x, 5 * x) | 0",
                "x * if(x > 0, 1, 0.1) | 1",
                "x * sign(x) | 1",
                "max(x, 0) * sqrt(2) | 1",
                "max(x, 0) / exp(sign(x)) | 1",
                "x^1 + x^0 | 0",
                "max(x, x) | 0",
                "max(x + 1, x) | 0",
                "2^3 * x - pi | 0",
                "7 | 0"
            })
    void knowsTheNumberOfBreaks(String formula, int count) {
        assertThat(formula(formula).breakCount()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2",
                "x * x",
                "1 / x",
                "x / max(x, 1)",
                "2^x",
                "abs(x)^0.5",
                "floor(x)",
                "sigmoid(x)",
                "exp(min(x, 0))",
                "if(x > 0, x, exp(x) - 1)",
                "x / 0",
                "max(x, ln(0))"
            })
    void doesNotKnowWhatIsCurvedOrHasInfinitelyManyPiecesOrIsNotFinite(String formula) {
        assertThat(PiecewiseLinear.of(activation(formula))).isEmpty();
    }

    @Test
    void doesNotKnowCurvedPluginsAndThoseThatAreNoFormula() {
        NumericActivation numeric = new NumericActivation() {
            @Override
            public double value(double x) {
                return Math.max(x, 0);
            }

            @Override
            public double derivative(double x) {
                return x > 0 ? 1 : 0;
            }
        };

        assertThat(PiecewiseLinear.of(new Tanh())).isEmpty();
        assertThat(PiecewiseLinear.of(new Elu())).isEmpty();
        assertThat(PiecewiseLinear.of(numeric)).isEmpty();
    }

    @Test
    void countsAValueAtABreakThatBelongsToNeitherNeighbour() {
        assertThat(formula("sign(x)").pieces()).isEqualTo(3);
        assertThat(formula("if(x == 2, 7, x)").pieces()).isEqualTo(3);
        assertThat(formula("if(x >= 0, 1, 0)").pieces()).isEqualTo(2);
        assertThat(formula("if(x > 0, 1, 0)").pieces()).isEqualTo(2);
    }

    @Test
    void isTheFormulaWhereverItIsAsked() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 500; i++) {
            Expression formula = random(random, 5);
            PiecewiseLinear known =
                    PiecewiseLinear.of((Activation) x -> formula).orElseThrow();
            for (int j = 0; j < 200; j++) {
                double x = random.nextDouble(-8, 8);
                int piece = 0;
                while (piece < known.breakCount() && known.breakAt(piece) < x) {
                    piece++;
                }
                double expected = formula.evaluate(x);
                assertThat(known.line(piece).slope() * x + known.line(piece).intercept())
                        .as("%s at %s", formula, x)
                        .isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
            }
        }
    }

    private static Expression random(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return random.nextInt(3) == 0
                    ? Expression.constant(random.nextInt(-12, 13) / 4.0)
                    : Expression.variable("x");
        }
        Expression a = random(random, depth - 1);
        Expression b = random(random, depth - 1);
        return switch (random.nextInt(10)) {
            case 0 -> a.plus(b);
            case 1 -> a.minus(b);
            case 2 -> a.times(random.nextInt(-6, 7) / 2.0);
            case 3 -> a.dividedBy(3);
            case 4 -> a.abs();
            case 5 -> a.min(b);
            case 6 -> a.max(b);
            case 7 -> a.sign().times(b);
            case 8 -> a.negate().minus(0.3);
            default -> Expression.where(a.isLessThan(b), random(random, depth - 1), random(random, depth - 1));
        };
    }

    private static PiecewiseLinear formula(String text) {
        return PiecewiseLinear.of(activation(text)).orElseThrow();
    }

    private static Activation activation(String text) {
        return new ExpressionActivation(text, Expression.parse(text, "x"::equals));
    }

    private static double[] breaks(PiecewiseLinear function) {
        double[] breaks = new double[function.breakCount()];
        for (int i = 0; i < breaks.length; i++) {
            breaks[i] = function.breakAt(i);
        }
        return breaks;
    }
}

package dev.parabola.plugins.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.Activation;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.math.Elementary;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationsTest {
    private static final double[] POINTS = {-30, -3.7, -1, -0.25, -1e-9, 0, 1e-9, 0.25, 1, 3.7, 30};

    @Test
    void theServiceFileListsEveryActivationByItsName() {
        assertThat(all())
                .extracting(activation ->
                        activation.getClass().getAnnotation(Name.class).value())
                .containsExactlyInAnyOrder(
                        "identity",
                        "relu",
                        "leaky-relu",
                        "elu",
                        "gelu",
                        "silu",
                        "tanh",
                        "sigmoid",
                        "softplus",
                        "sine",
                        "snake");
    }

    @Test
    void everyActivationHasASummaryOfOneLine() {
        assertThat(all())
                .extracting(activation ->
                        activation.getClass().getAnnotation(Summary.class).value())
                .allSatisfy(summary ->
                        assertThat(summary).isNotBlank().doesNotContain("\n").doesNotEndWith("."));
    }

    @Test
    void everyActivationIsAFormulaOfItsInputAlone() {
        assertThat(all())
                .allSatisfy(activation -> assertThat(
                                activation.of(Expression.variable("input")).variables())
                        .containsExactly("input"));
    }

    @Test
    void everyActivationShowsThatItsInputIsNotANumber() {
        assertThat(all())
                .allSatisfy(
                        activation -> assertThat(value(activation, Double.NaN)).isNaN());
    }

    @Test
    void everyActivationIsFiniteWhereItsInputIsLarge() {
        assertThat(all()).allSatisfy(activation -> {
            for (double x : new double[] {-1e4, 1e4}) {
                assertThat(value(activation, x)).isFinite();
                assertThat(derivative(activation, x)).isFinite();
            }
        });
    }

    @Test
    void theDefaultsAreThoseOfTheLiterature() {
        assertThat(new LeakyRelu()).isEqualTo(new LeakyRelu(0.01));
        assertThat(new Elu()).isEqualTo(new Elu(1));
        assertThat(new Sine()).isEqualTo(new Sine(1));
        assertThat(new Snake()).isEqualTo(new Snake(1));
    }

    @Test
    void reluIsFlatAtItsKink() {
        assertThat(derivative(new Relu(), 0)).isZero();
        assertThat(derivative(new Relu(), Double.MIN_VALUE)).isOne();
        assertThat(derivative(new Relu(), -Double.MIN_VALUE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 1})
    void leakyReluHasItsSlopeAtTheKinkAndLeftOfIt(double slope) {
        Activation leaky = new LeakyRelu(slope);
        assertThat(derivative(leaky, 0)).isEqualTo(slope);
        assertThat(derivative(leaky, -2)).isEqualTo(slope);
        assertThat(derivative(leaky, 2)).isOne();
        assertThat(value(leaky, -2)).isEqualTo(-2 * slope);
        assertThat(value(leaky, 2)).isEqualTo(2);
    }

    @Test
    void eluHasItsNegativeBranchAtTheKink() {
        assertThat(derivative(new Elu(0.5), 0)).isEqualTo(0.5);
        assertThat(value(new Elu(0.5), -40)).isEqualTo(-0.5);
        assertThat(value(new Elu(0.5), 3)).isEqualTo(3);
    }

    @Test
    void geluIsTheExactFormAndNotTheOneByTanh() {
        // The approximation by tanh gives -0.0454023 at -2, 1e-4 away.
        assertThat(value(new Gelu(), -2)).isCloseTo(-0.0455002638963584, within(1e-13));
    }

    @Test
    void sineOscillatesAtItsFrequency() {
        for (double x : POINTS) {
            assertThat(value(new Sine(30), x)).isEqualTo(Elementary.sin(30 * x));
            assertThat(derivative(new Sine(30), x)).isEqualTo(30 * Elementary.cos(30 * x));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 20})
    void snakeIsTheLineAndHalfAWaveOfTwiceItsFrequency(double a) {
        for (double x : POINTS) {
            assertThat(value(new Snake(a), x)).isCloseTo(x + (1 - Elementary.cos(2 * a * x)) / (2 * a), within(1e-13));
            assertThat(derivative(new Snake(a), x)).isCloseTo(1 + Elementary.sin(2 * a * x), within(1e-12));
        }
    }

    private static List<Activation> all() {
        return ServiceLoader.load(Activation.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static double value(Activation activation, double x) {
        return activation.of(Expression.variable("x")).evaluate(x);
    }

    private static double derivative(Activation activation, double x) {
        return activation.of(Expression.variable("x")).derivative("x").evaluate(x);
    }
}

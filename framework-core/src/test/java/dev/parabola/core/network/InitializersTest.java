package dev.parabola.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.Initializer;
import dev.parabola.api.Initializer.Distribution;
import dev.parabola.api.Initializer.Layer;
import dev.parabola.api.Name;
import dev.parabola.api.Summary;
import java.util.List;
import java.util.ServiceLoader;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InitializersTest {
    private static final Layer HIDDEN = new Layer(1, 16, 9);
    private static final Offset<Double> ROUNDING = within(1e-16);

    @Test
    void torchLinearDrawsWeightsAndBiasesFromTheSameInterval() {
        assertThat(new TorchLinear().weights(HIDDEN)).isEqualTo(Distribution.uniform(0.25));
        assertThat(new TorchLinear().biases(HIDDEN)).isEqualTo(Distribution.uniform(0.25));
        assertThat(new TorchLinear().weights(new Layer(0, 1, 10))).isEqualTo(Distribution.uniform(1));
    }

    @Test
    void xaviersVarianceIsTwoOverFanInAndFanOut() {
        assertThat(new XavierUniform().weights(HIDDEN).shape()).isEqualTo(Initializer.Shape.UNIFORM);
        assertThat(new XavierNormal().weights(HIDDEN).shape()).isEqualTo(Initializer.Shape.NORMAL);
        assertThat(variance(new XavierUniform().weights(HIDDEN))).isCloseTo(2.0 / 25, ROUNDING);
        assertThat(variance(new XavierNormal().weights(HIDDEN))).isCloseTo(2.0 / 25, ROUNDING);
    }

    @Test
    void kaimingsVarianceIsTwoOverFanIn() {
        assertThat(new KaimingUniform().weights(HIDDEN).shape()).isEqualTo(Initializer.Shape.UNIFORM);
        assertThat(new KaimingNormal().weights(HIDDEN).shape()).isEqualTo(Initializer.Shape.NORMAL);
        assertThat(variance(new KaimingUniform().weights(HIDDEN))).isCloseTo(2.0 / 16, ROUNDING);
        assertThat(variance(new KaimingNormal().weights(HIDDEN))).isCloseTo(2.0 / 16, ROUNDING);
    }

    @Test
    void lecunsVarianceIsOneOverFanIn() {
        assertThat(new LecunNormal().weights(HIDDEN)).isEqualTo(Distribution.normal(0.25));
    }

    @Test
    void theInitializersOfThePapersStartWithoutBiases() {
        List<Initializer> withoutBiases = List.of(
                new XavierUniform(), new XavierNormal(), new KaimingUniform(), new KaimingNormal(), new LecunNormal());
        assertThat(withoutBiases)
                .allSatisfy(
                        initializer -> assertThat(initializer.biases(HIDDEN)).isEqualTo(Distribution.zero()));
    }

    @Test
    void sirenDrawsTheFirstLayerUnlikeTheOthers() {
        Siren siren = new Siren(10);
        assertThat(siren.weights(new Layer(0, 4, 32))).isEqualTo(Distribution.uniform(0.25));
        assertThat(siren.weights(new Layer(1, 24, 32))).isEqualTo(Distribution.uniform(0.05));
        assertThat(siren.weights(new Layer(2, 24, 1))).isEqualTo(Distribution.uniform(0.05));
        assertThat(siren.biases(HIDDEN)).isEqualTo(Distribution.uniform(0.25));
        assertThat(new Siren()).isEqualTo(new Siren(30));
    }

    @Test
    void theWidestLayersHaveAFiniteScale() {
        Layer widest = new Layer(1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(all())
                .allSatisfy(
                        initializer -> assertThat(initializer.weights(widest).scale())
                                .isPositive()
                                .isLessThan(1e-4));
    }

    @Test
    void theServiceFileListsEveryInitializerByItsName() {
        assertThat(all())
                .extracting(initializer ->
                        initializer.getClass().getAnnotation(Name.class).value())
                .containsExactlyInAnyOrder(
                        "torch-linear",
                        "xavier-uniform",
                        "xavier-normal",
                        "kaiming-uniform",
                        "kaiming-normal",
                        "lecun-normal",
                        "siren");
        assertThat(all())
                .extracting(initializer ->
                        initializer.getClass().getAnnotation(Summary.class).value())
                .allSatisfy(summary ->
                        assertThat(summary).isNotBlank().doesNotContain("\n").doesNotEndWith("."));
    }

    private static double variance(Distribution distribution) {
        double squared = distribution.scale() * distribution.scale();
        return switch (distribution.shape()) {
            case UNIFORM -> squared / 3;
            case NORMAL -> squared;
        };
    }

    private static List<Initializer> all() {
        return ServiceLoader.load(Initializer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}

package dev.parabola.plugins.optimizers.schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.Name;
import dev.parabola.api.Progress;
import dev.parabola.api.Scheduler;
import dev.parabola.api.Summary;
import dev.parabola.plugins.optimizers.Reference;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchedulersTest {
    private static final JsonNode REFERENCE = Reference.read("schedulers.json");

    static Stream<Arguments> ofPyTorch() {
        return Stream.of(
                Arguments.of("StepLR", new StepDecay(30, 0.1)),
                Arguments.of("ExponentialLR", new ExponentialDecay(0.97)),
                Arguments.of("CosineAnnealingLR", new CosineAnnealing()));
    }

    /** The reference called PyTorch's schedulers at each step, so here an epoch is one step. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("ofPyTorch")
    void givesTheRatesOfPyTorch(String name, Scheduler scheduler) {
        JsonNode expected = Reference.named(REFERENCE, name);
        double[] rates = Reference.numbers(expected.get("lr"));
        assertThat(rates).hasSize(100);
        for (int step = 0; step < rates.length; step++) {
            Progress progress = new Progress(step, rates.length, 1);
            double rate = scheduler.rate(expected.get("initial_lr").doubleValue(), progress);
            assertThat(rate).as("step %d", step).isCloseTo(rates[step], within(1e-12 * rates[step]));
            assertThat(scheduler.momentum(progress)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("oneCycles")
    void oneCycleGivesTheRatesAndMomentaOfFastai(String name, int[] steps) {
        JsonNode expected = Reference.named(REFERENCE, name);
        double[] rates = Reference.numbers(expected.get("lr"));
        double[] momenta = Reference.numbers(expected.get("momentum"));
        int total = expected.get("settings").get("total_steps").intValue();
        double largest = expected.get("settings").get("lr_max").doubleValue();
        OneCycle oneCycle = new OneCycle();
        assertThat(steps).hasSameSizeAs(rates).hasSameSizeAs(momenta);
        for (int i = 0; i < steps.length; i++) {
            Progress progress = new Progress(steps[i], total, 16);
            assertThat(oneCycle.rate(largest, progress))
                    .as("rate of step %d", steps[i])
                    .isCloseTo(rates[i], within(1e-12 * rates[i]));
            assertThat(oneCycle.momentum(progress))
                    .as("momentum of step %d", steps[i])
                    .hasValueCloseTo(momenta[i], within(1e-12));
        }
    }

    static Stream<Arguments> oneCycles() {
        return Stream.of(
                Arguments.of("fastai_fit_one_cycle", IntStream.range(0, 100).toArray()),
                Arguments.of(
                        "fastai_fit_one_cycle_1360",
                        Reference.named(REFERENCE, "fastai_fit_one_cycle_1360")
                                .get("step")
                                .valueStream()
                                .mapToInt(JsonNode::intValue)
                                .toArray()));
    }

    @Test
    void constantNeverChanges() {
        for (int step = 0; step < 100; step++) {
            assertThat(new Constant().rate(0.3, new Progress(step, 100, 7))).isEqualTo(0.3);
        }
    }

    @Test
    void stepDecaysAfterEveryFewEpochsAndNotWithinThem() {
        StepDecay scheduler = new StepDecay(2, 0.5);
        List<Double> rates = IntStream.of(0, 5, 9, 10, 19, 20, 29, 30)
                .mapToObj(step -> scheduler.rate(1, new Progress(step, 40, 5)))
                .toList();
        assertThat(rates).containsExactly(1.0, 1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.125);
    }

    @Test
    void exponentialDecaysAfterEveryEpochAndNotWithinIt() {
        ExponentialDecay scheduler = new ExponentialDecay(0.5);
        List<Double> rates = IntStream.of(0, 4, 5, 9, 10, 15)
                .mapToObj(step -> scheduler.rate(8, new Progress(step, 40, 5)))
                .toList();
        assertThat(rates).containsExactly(8.0, 8.0, 4.0, 4.0, 2.0, 1.0);
    }

    @Test
    void cosineDescendsAtEveryStepToItsFinalRateWhateverAnEpochIs() {
        CosineAnnealing scheduler = new CosineAnnealing(0.1);
        assertThat(scheduler.rate(1, new Progress(0, 1000, 250))).isEqualTo(1);
        assertThat(scheduler.rate(1, new Progress(500, 1000, 250))).isCloseTo(0.55, within(1e-15));
        assertThat(scheduler.rate(1, new Progress(999, 1000, 250)))
                .isGreaterThan(0.1)
                .isCloseTo(0.1, within(3e-6));
        for (int step = 1; step < 1000; step++) {
            assertThat(scheduler.rate(1, new Progress(step, 1000, 250)))
                    .isLessThan(scheduler.rate(1, new Progress(step - 1, 1000, 250)));
        }
    }

    @Test
    void oneCycleReachesTheBaseRateWhereItTurns() {
        OneCycle oneCycle = new OneCycle(0.5, 10, 100, 0.9, 0.6);
        assertThat(oneCycle.rate(2, new Progress(0, 8, 3))).isEqualTo(0.2);
        assertThat(oneCycle.rate(2, new Progress(4, 8, 3))).isEqualTo(2);
        assertThat(oneCycle.momentum(new Progress(0, 8, 3))).hasValue(0.9);
        assertThat(oneCycle.momentum(new Progress(4, 8, 3))).hasValue(0.6);
    }

    @Test
    void oneCycleMayOnlyRiseOrOnlyFall() {
        OneCycle rising = new OneCycle(1, 25, 1e5, 0.95, 0.85);
        OneCycle falling = new OneCycle(0, 25, 1e5, 0.95, 0.85);
        for (int step = 1; step < 50; step++) {
            Progress before = new Progress(step - 1, 50, 10);
            Progress now = new Progress(step, 50, 10);
            assertThat(rising.rate(1, now)).isGreaterThan(rising.rate(1, before));
            assertThat(falling.rate(1, now)).isLessThan(falling.rate(1, before));
        }
        assertThat(falling.rate(1, new Progress(0, 50, 10))).isOne();
    }

    @Test
    void oneCycleRefusesMomentaThatAreTheWrongWayRound() {
        assertThatThrownBy(() -> new OneCycle(0.25, 25, 1e5, 0.85, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("momentum-min must be at most momentum-max");
    }

    @Test
    void everyRateIsFiniteAndNotNegativeInTheShortestAndALongTraining() {
        for (Scheduler scheduler : all()) {
            assertThat(scheduler.rate(0.1, new Progress(0, 1, 1))).isBetween(0.0, 0.1);
            for (long step = 0; step < 1_000_000_000_000L; step += 9_999_999_999L) {
                assertThat(scheduler.rate(0.1, new Progress(step, 1_000_000_000_000L, 1_000)))
                        .isBetween(0.0, 0.1);
            }
        }
    }

    @Test
    void theServiceFileListsEverySchedulerByItsName() {
        assertThat(all())
                .extracting(scheduler ->
                        scheduler.getClass().getAnnotation(Name.class).value())
                .containsExactlyInAnyOrder("constant", "step", "exponential", "cosine", "one-cycle");
        assertThat(all())
                .extracting(scheduler ->
                        scheduler.getClass().getAnnotation(Summary.class).value())
                .allSatisfy(summary ->
                        assertThat(summary).isNotBlank().doesNotContain("\n").doesNotEndWith("."));
    }

    @Test
    void theDefaultsAreDocumentedOnes() {
        assertThat(new StepDecay()).isEqualTo(new StepDecay(30, 0.1));
        assertThat(new ExponentialDecay()).isEqualTo(new ExponentialDecay(0.95));
        assertThat(new CosineAnnealing()).isEqualTo(new CosineAnnealing(0));
        assertThat(new OneCycle()).isEqualTo(new OneCycle(0.25, 25, 1e5, 0.95, 0.85));
    }

    private static List<Scheduler> all() {
        return ServiceLoader.load(Scheduler.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}

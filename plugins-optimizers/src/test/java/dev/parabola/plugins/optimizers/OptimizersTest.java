package dev.parabola.plugins.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.Name;
import dev.parabola.api.Optimizer;
import dev.parabola.api.Progress;
import dev.parabola.api.Scheduler;
import dev.parabola.api.Summary;
import dev.parabola.api.Update;
import dev.parabola.plugins.optimizers.schedulers.Constant;
import dev.parabola.plugins.optimizers.schedulers.OneCycle;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class OptimizersTest {
    @Test
    void theServiceFileListsEveryOptimizerByItsName() {
        assertThat(all())
                .extracting(optimizer ->
                        optimizer.getClass().getAnnotation(Name.class).value())
                .containsExactlyInAnyOrder("sgd", "adam", "adamw", "fastai-adam", "rmsprop");
        assertThat(all())
                .extracting(optimizer ->
                        optimizer.getClass().getAnnotation(Summary.class).value())
                .allSatisfy(summary ->
                        assertThat(summary).isNotBlank().doesNotContain("\n").doesNotEndWith("."));
    }

    @Test
    void theDefaultsAreThoseOfTheLiterature() {
        assertThat(new Sgd()).isEqualTo(new Sgd(0, false, 0));
        assertThat(new Adam()).isEqualTo(new Adam(0.9, 0.999, 1e-8, 0));
        assertThat(new AdamW()).isEqualTo(new AdamW(0.9, 0.999, 1e-8, 0.01));
        assertThat(new FastaiAdam()).isEqualTo(new FastaiAdam(0.9, 0.99, 1e-5, 0.01));
        assertThat(new RmsProp()).isEqualTo(new RmsProp(0.99, 1e-8, 0, false, 0));
    }

    @Test
    void onlyTheSlotsThatARuleNeedsAreKept() {
        assertThat(update(new Sgd()).slots()).isEmpty();
        assertThat(update(new Sgd(0.9, false, 0)).slots()).containsOnlyKeys("velocity");
        assertThat(update(new Adam()).slots()).containsOnlyKeys("mean", "variance");
        assertThat(update(new AdamW()).slots()).containsOnlyKeys("mean", "variance");
        assertThat(update(new FastaiAdam()).slots()).containsOnlyKeys("mean", "variance");
        assertThat(update(new RmsProp()).slots()).containsOnlyKeys("square");
        assertThat(update(new RmsProp(0.99, 1e-8, 0, true, 0)).slots()).containsOnlyKeys("square", "mean");
        assertThat(update(new RmsProp(0.99, 1e-8, 0.5, true, 0)).slots())
                .containsOnlyKeys("square", "mean", "velocity");
    }

    @Test
    void noFormulaMentionsTheWeightWithoutDecay() {
        List<Optimizer> without = List.of(
                new Sgd(0.9, true, 0),
                new Adam(),
                new AdamW(0.9, 0.999, 1e-8, 0),
                new FastaiAdam(0.9, 0.99, 1e-5, 0),
                new RmsProp(0.99, 1e-8, 0.5, true, 0));
        assertThat(without).allSatisfy(optimizer -> {
            assertThat(update(optimizer).expression().variables())
                    .contains("gradient")
                    .doesNotContain("weight", "bias");
            assertThat(update(optimizer).slots().values())
                    .allSatisfy(slot -> assertThat(slot.variables()).doesNotContain("weight", "bias"));
        });
    }

    @Test
    void aPenaltyActsThroughTheGradientAndDecoupledDecayBesideIt() {
        // Adam's first direction is the gradient's sign, however large it is: a penalty of the same sign changes
        // nothing.
        assertThat(afterOneStep(new Adam(0.9, 0.999, 0, 0.5), "0.weight", 2, 3)).isCloseTo(2 - 0.1, within(1e-15));
        assertThat(afterOneStep(new AdamW(0.9, 0.999, 0, 0.5), "0.weight", 2, 3))
                .isCloseTo(2 - 0.1 - 0.1 * 0.5 * 2, within(1e-15));
        assertThat(afterOneStep(new Sgd(0, false, 0.5), "0.weight", 2, 3))
                .isCloseTo(2 - 0.1 * (3 + 0.5 * 2), within(1e-15));
        assertThat(afterOneStep(new RmsProp(0, 1e-8, 0, false, 0.5), "0.weight", 2, -1))
                .isEqualTo(2);
    }

    @Test
    void biasesDecayUnlessTheOptimizerIsFastais() {
        assertThat(afterOneStep(new Sgd(0, false, 0.5), "0.bias", 2, 0)).isEqualTo(2 - 0.1 * (0.5 * 2));
        assertThat(afterOneStep(new AdamW(0.9, 0.999, 1e-8, 0.5), "0.bias", 2, 0))
                .isEqualTo(2 - 0.1 * (0.5 * 2));
        assertThat(afterOneStep(new FastaiAdam(0.9, 0.99, 1e-5, 0.5), "0.bias", 2, 0))
                .isEqualTo(2);
        assertThat(afterOneStep(new FastaiAdam(0.9, 0.99, 1e-5, 0.5), "0.weight", 2, 0))
                .isEqualTo(2 - 0.1 * (0.5 * 2));
    }

    @Test
    void aSchedulersMomentumReplacesTheOptimizersOwn() {
        Scheduler oneCycle = new OneCycle(0, 25, 1e5, 0.8, 0.8);
        for (Optimizer optimizer : List.of(
                new Sgd(0.3, false, 0),
                new Sgd(0.3, true, 0),
                new Adam(0.3, 0.999, 1e-8, 0),
                new RmsProp(0.99, 1e-8, 0.3, false, 0))) {
            Optimizer withThatMomentum = withMomentum(optimizer, 0.8);
            assertThat(weights(optimizer, oneCycle))
                    .isEqualTo(weights(withThatMomentum, oneCycle))
                    .isNotEqualTo(weights(optimizer, new OneCycle(0, 25, 1e5, 0.3, 0.3)));
        }
    }

    @Test
    void withoutMomentumOfItsOwnSgdAndRmspropIgnoreASchedulers() {
        for (Optimizer optimizer : List.of(new Sgd(), new RmsProp())) {
            assertThat(optimizer.ownMomentum()).isEmpty();
            assertThat(weights(optimizer, new OneCycle(0, 25, 1e5, 0.9, 0.9)))
                    .isEqualTo(weights(optimizer, new OneCycle(0, 25, 1e5, 0, 0)));
        }
    }

    @Test
    void everyOptimizerTellsItsOwnMomentum() {
        assertThat(new Sgd(0.7, false, 0).ownMomentum()).hasValue(0.7);
        assertThat(new RmsProp(0.99, 1e-8, 0.7, false, 0).ownMomentum()).hasValue(0.7);
        assertThat(new Adam(0.7, 0.999, 1e-8, 0).ownMomentum()).hasValue(0.7);
        assertThat(new AdamW(0, 0.999, 1e-8, 0).ownMomentum()).hasValue(0);
        assertThat(new FastaiAdam(0.7, 0.99, 1e-5, 0).ownMomentum()).hasValue(0.7);
    }

    @Test
    void centeredRmspropStaysFiniteWhereTheGradientNeverChanges() {
        OptimizerSteps steps = new OptimizerSteps(new RmsProp(0.5, 1e-8, 0, true, 0), new Constant(), 1e-9);
        Map<String, double[]> weights = Map.of("0.weight", new double[] {0, 0, 0});
        Map<String, double[]> gradients = Map.of("0.weight", new double[] {0.1, 1.0 / 3, 1e-7});
        for (int step = 0; step < 500; step++) {
            steps.step(new Progress(step, 500, 10), weights, gradients);
            assertThat(weights.get("0.weight")).doesNotContain(Double.NaN);
        }
    }

    @Test
    void nesterovWithoutMomentumIsRefused() {
        assertThatThrownBy(() -> new Sgd(0, true, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nesterov: true needs a momentum greater than 0, got momentum 0");
    }

    private static Optimizer withMomentum(Optimizer optimizer, double momentum) {
        if (optimizer instanceof Sgd sgd) {
            return new Sgd(momentum, sgd.nesterov(), sgd.weightDecay());
        }
        if (optimizer instanceof RmsProp rms) {
            return new RmsProp(rms.alpha(), rms.epsilon(), momentum, rms.centered(), rms.weightDecay());
        }
        Adam adam = (Adam) optimizer;
        return new Adam(momentum, adam.beta2(), adam.epsilon(), adam.weightDecay());
    }

    private static Update update(Optimizer optimizer) {
        return optimizer.update(new OptimizerSteps.Variables());
    }

    /** A parameter after a first step at the rate 0.1. */
    private static double afterOneStep(Optimizer optimizer, String name, double weight, double gradient) {
        Map<String, double[]> weights = Map.of(name, new double[] {weight});
        new OptimizerSteps(optimizer, new Constant(), 0.1)
                .step(new Progress(0, 10, 5), weights, Map.of(name, new double[] {gradient}));
        return weights.get(name)[0];
    }

    /** A weight after each of a few steps with different gradients. */
    private static double[] weights(Optimizer optimizer, Scheduler scheduler) {
        double[] gradients = {1, -0.5, 2, 0.25};
        double[] trace = new double[gradients.length];
        OptimizerSteps steps = new OptimizerSteps(optimizer, scheduler, 0.1);
        Map<String, double[]> weights = Map.of("0.weight", new double[] {1});
        for (int step = 0; step < gradients.length; step++) {
            steps.step(
                    new Progress(step, gradients.length, 2), weights, Map.of("0.weight", new double[] {gradients[step]
                    }));
            trace[step] = weights.get("0.weight")[0];
        }
        return trace;
    }

    private static List<Optimizer> all() {
        return ServiceLoader.load(Optimizer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}

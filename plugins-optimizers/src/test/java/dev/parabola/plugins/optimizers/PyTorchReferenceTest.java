package dev.parabola.plugins.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.Optimizer;
import dev.parabola.api.Progress;
import dev.parabola.api.Scheduler;
import dev.parabola.plugins.optimizers.schedulers.Constant;
import dev.parabola.plugins.optimizers.schedulers.OneCycle;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Trains a small network for a hundred steps as PyTorch did, and compares losses and weights on the way. */
class PyTorchReferenceTest {
    private static final JsonNode REFERENCE = Reference.read("optimizers.json");
    private static final Offset<Double> TOLERANCE = within(1e-12);

    static Stream<Arguments> cases() {
        Constant constant = new Constant();
        return Stream.of(
                Arguments.of("sgd", new Sgd(), constant, 0.05),
                Arguments.of("momentum", new Sgd(0.9, false, 0), constant, 0.05),
                Arguments.of("nesterov", new Sgd(0.9, true, 0), constant, 0.05),
                Arguments.of("rmsprop", new RmsProp(), constant, 0.01),
                Arguments.of("rmsprop_centered_mom", new RmsProp(0.9, 1e-6, 0.8, true, 0.01), constant, 0.002),
                Arguments.of("adam", new Adam(), constant, 0.001),
                Arguments.of("adamw", new AdamW(), constant, 0.001),
                Arguments.of("fastai_adam", new FastaiAdam(), constant, 0.001),
                Arguments.of("fastai_adam_onecycle", new FastaiAdam(), new OneCycle(), 0.01));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void trainsAsPyTorchDoes(String name, Optimizer optimizer, Scheduler scheduler, double rate) {
        JsonNode expected = Reference.named(REFERENCE, name);
        double[] x = Reference.numbers(REFERENCE.get("x"));
        double[] y = Reference.numbers(REFERENCE.get("y"));
        TanhNetwork network = new TanhNetwork(REFERENCE.get("initial"));
        OptimizerSteps optimization = new OptimizerSteps(optimizer, scheduler, rate);
        int steps = REFERENCE.get("order").size();
        int compared = 0;
        for (int step = 0; step < steps; step++) {
            double[] batch = Reference.numbers(REFERENCE.get("order").get(step));
            double loss = network.backward(chosen(x, batch), chosen(y, batch));
            assertThat(loss)
                    .as("loss before step %d", step + 1)
                    .isCloseTo(expected.get("batch_loss").get(step).doubleValue(), TOLERANCE);
            if (step == 0) {
                compare("first gradient", network.gradients(), expected.get("first_gradient"));
            }
            optimization.step(new Progress(step, steps, 5), network.parameters(), network.gradients());
            JsonNode snapshot = expected.get("snapshots").get(compared);
            if (snapshot.get("step").intValue() == step + 1) {
                compare("after step " + (step + 1), network.parameters(), snapshot.get("weights"));
                assertThat(network.loss(x, y))
                        .isCloseTo(snapshot.get("full_loss").doubleValue(), TOLERANCE);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(expected.get("snapshots").size()).isEqualTo(6);
    }

    @Test
    void everyReferenceIsCompared() {
        assertThat(cases().map(arguments -> (String) arguments.get()[0]))
                .containsExactlyElementsOf(REFERENCE
                        .get("cases")
                        .valueStream()
                        .map(node -> node.get("name").stringValue())
                        .toList());
    }

    private static double[] chosen(double[] values, double[] places) {
        return Arrays.stream(places).map(place -> values[(int) place]).toArray();
    }

    private static void compare(String what, Map<String, double[]> actual, JsonNode expected) {
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.propertyNames());
        actual.forEach((name, values) -> assertThat(values)
                .as("%s: %s", what, name)
                .containsExactly(Reference.numbers(expected.get(name)), TOLERANCE));
    }
}

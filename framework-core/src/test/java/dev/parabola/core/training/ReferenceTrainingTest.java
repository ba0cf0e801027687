package dev.parabola.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.api.Optimizer;
import dev.parabola.api.Scheduler;
import dev.parabola.core.kernel.Dense;
import dev.parabola.core.kernel.Kernel32;
import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.kernel.ScalarKernel32;
import dev.parabola.core.kernel.ScalarKernel64;
import dev.parabola.core.network.LaneNetwork32;
import dev.parabola.core.network.LaneNetwork64;
import dev.parabola.core.network.NetworkShape;
import dev.parabola.plugins.activations.Tanh;
import dev.parabola.plugins.optimizers.Adam;
import dev.parabola.plugins.optimizers.AdamW;
import dev.parabola.plugins.optimizers.FastaiAdam;
import dev.parabola.plugins.optimizers.RmsProp;
import dev.parabola.plugins.optimizers.Sgd;
import dev.parabola.plugins.optimizers.schedulers.Constant;
import dev.parabola.plugins.optimizers.schedulers.OneCycle;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Follows PyTorch's trainings of a 1-6-4-1 tanh network step by step; the resource names its source. */
class ReferenceTrainingTest {
    private static final JsonNode REFERENCE = read("optimizers.json");
    private static final JsonNode REFERENCE_32 = read("optimizers-float32.json");
    private static final NetworkShape SHAPE = new NetworkShape(1, List.of(6, 4));
    private static final int STEPS = 100;
    private static final double TOLERANCE = 1e-12;
    private static final double TOLERANCE_32 = 1e-5;

    private final Kernel64 kernel = new ScalarKernel64();

    static Stream<Arguments> trainings() {
        Scheduler constant = new Constant();
        return Stream.of(
                Arguments.of("sgd", new Sgd(0, false, 0), constant, 0.05),
                Arguments.of("momentum", new Sgd(0.9, false, 0), constant, 0.05),
                Arguments.of("nesterov", new Sgd(0.9, true, 0), constant, 0.05),
                Arguments.of("rmsprop", new RmsProp(0.99, 1e-8, 0, false, 0), constant, 0.01),
                Arguments.of("rmsprop_centered_mom", new RmsProp(0.9, 1e-6, 0.8, true, 0.01), constant, 0.002),
                Arguments.of("adam", new Adam(), constant, 0.001),
                Arguments.of("adamw", new AdamW(), constant, 0.001),
                Arguments.of("fastai_adam", new FastaiAdam(), constant, 0.001),
                Arguments.of("fastai_adam_onecycle", new FastaiAdam(), new OneCycle(), 0.01));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void followsPyTorchStepByStep(String name, Optimizer optimizer, Scheduler scheduler, double rate) {
        JsonNode expected = named(REFERENCE, name);
        LaneNetwork64 network = new LaneNetwork64(kernel, SHAPE, new Lanes(1), List.of(new Tanh()), 8);
        copy(REFERENCE.get("initial"), network.parameters());
        LaneOptimizer64 moves =
                new LaneOptimizer64(kernel, new Lanes(1), List.of(OptimizerRule.of(optimizer)), network);
        LearningSchedule schedule = new LearningSchedule(scheduler, optimizer, rate, STEPS, 5);
        double[] loss = new double[1];
        int compared = 0;
        for (int step = 0; step < STEPS; step++) {
            JsonNode batch = REFERENCE.get("order").get(step);
            network.backward(batch.size(), values("x", batch), values("y", batch), loss);
            assertThat(loss[0])
                    .as("loss of step %d", step + 1)
                    .isCloseTo(expected.get("batch_loss").get(step).asDouble(), within(TOLERANCE));
            if (step == 0) {
                assertClose(network.gradient(), expected.get("first_gradient"), "first gradient");
            }
            moves.prepare(0, schedule, step);
            moves.step();
            for (JsonNode snapshot : expected.get("snapshots")) {
                if (snapshot.get("step").asInt() == step + 1) {
                    assertClose(network.parameters(), snapshot.get("weights"), "weights after step " + (step + 1));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(expected.get("snapshots").size()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void followsPyTorchInFloat32(String name, Optimizer optimizer, Scheduler scheduler, double rate) {
        JsonNode expected = named(REFERENCE_32, name);
        Kernel32 kernel32 = new ScalarKernel32();
        LaneNetwork32 network = new LaneNetwork32(kernel32, SHAPE, new Lanes(1), List.of(new Tanh()), 8);
        double[] initial = new double[SHAPE.parameters()];
        copy(REFERENCE.get("initial"), initial);
        for (int i = 0; i < initial.length; i++) {
            network.parameters()[i] = (float) initial[i];
        }
        LaneOptimizer32 moves =
                new LaneOptimizer32(kernel32, new Lanes(1), List.of(OptimizerRule.of(optimizer)), network);
        LearningSchedule schedule = new LearningSchedule(scheduler, optimizer, rate, STEPS, 5);
        float[] loss = new float[1];
        int compared = 0;
        for (int step = 0; step < STEPS; step++) {
            JsonNode batch = REFERENCE.get("order").get(step);
            network.backward(batch.size(), floats("x", batch), floats("y", batch), loss);
            assertThat((double) loss[0])
                    .as("loss of step %d", step + 1)
                    .isCloseTo(expected.get("batch_loss").get(step).asDouble(), within(TOLERANCE_32));
            moves.prepare(0, schedule, step);
            moves.step();
            for (JsonNode snapshot : expected.get("snapshots")) {
                if (snapshot.get("step").asInt() == step + 1) {
                    double[] values = new double[initial.length];
                    copy(snapshot.get("weights"), values);
                    for (int i = 0; i < values.length; i++) {
                        assertThat((double) network.parameters()[i])
                                .as("parameter %d after step %d", i, step + 1)
                                .isCloseTo(values[i], within(TOLERANCE_32));
                    }
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(expected.get("snapshots").size()).isPositive();
    }

    private static JsonNode named(JsonNode reference, String name) {
        return reference
                .get("cases")
                .valueStream()
                .filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static float[] floats(String name, JsonNode batch) {
        double[] values = values(name, batch);
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] values(String name, JsonNode batch) {
        return batch.valueStream()
                .mapToDouble(index -> REFERENCE.get(name).get(index.asInt()).asDouble())
                .toArray();
    }

    private static void assertClose(double[] actual, JsonNode expected, String what) {
        double[] values = new double[actual.length];
        copy(expected, values);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("%s, parameter %d", what, i).isCloseTo(values[i], within(TOLERANCE));
        }
    }

    /** PyTorch's keys are 0.weight, 0.bias, 2.weight, …: its sequence counts the activations. */
    private static void copy(JsonNode from, double[] to) {
        for (int l = 0; l < SHAPE.layers().size(); l++) {
            Dense layer = SHAPE.layers().get(l);
            JsonNode weights = from.get(2 * l + ".weight");
            JsonNode biases = from.get(2 * l + ".bias");
            for (int o = 0; o < layer.outputs(); o++) {
                to[layer.biases() + o] = biases.get(o).asDouble();
                for (int i = 0; i < layer.inputs(); i++) {
                    to[layer.weights() + o * layer.inputs() + i] =
                            weights.get(o).get(i).asDouble();
                }
            }
        }
    }

    private static JsonNode read(String file) {
        try (InputStream in = ReferenceTrainingTest.class.getResourceAsStream("/reference/" + file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

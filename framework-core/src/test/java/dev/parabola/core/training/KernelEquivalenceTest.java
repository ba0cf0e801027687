package dev.parabola.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.expression.Expression;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.RowStart;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.kernel.vector.VectorKernel;
import dev.parabola.core.study.DataSettings.Sampling;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.study.TrainingSettings.Duration;
import dev.parabola.core.study.TrainingSettings.Precision;
import dev.parabola.core.study.TrainingSettings.Unit;
import dev.parabola.core.training.TrainingStudy.Settings;
import dev.parabola.core.training.TrialResult.Status;
import dev.parabola.plugins.activations.Gelu;
import dev.parabola.plugins.activations.LeakyRelu;
import dev.parabola.plugins.activations.Sine;
import dev.parabola.plugins.activations.Softplus;
import dev.parabola.plugins.activations.Tanh;
import dev.parabola.plugins.optimizers.FastaiAdam;
import dev.parabola.plugins.optimizers.RmsProp;
import dev.parabola.plugins.optimizers.Sgd;
import dev.parabola.plugins.optimizers.schedulers.OneCycle;
import dev.parabola.plugins.targets.Multiply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the kernel, the size of vectors and the company, a trial's figures have the bits of the scalar kernel alone. */
class KernelEquivalenceTest {
    private static final Kernel SCALAR = new ScalarKernel();
    /** Shared, so that their loops are compiled in the course of the tests. Wherever rows begin, bits are the same. */
    private static final Map<Integer, Kernel> VECTORS = Map.of(
            128,
            new VectorKernel(128, RowStart.AT_ONCE),
            256,
            new VectorKernel(256, new RowStart(3, 5)),
            512,
            new VectorKernel(512, RowStart.atLine(16, 16, 64)));

    private static final Map<String, UnaryOperator<Settings>> STUDIES = new TreeMap<>(Map.of(
            "one hidden layer, relu",
            settings -> settings,
            "one hidden layer, one-cycle",
            settings -> {
                settings.optimizer = new FastaiAdam();
                settings.scheduler = new OneCycle();
                return settings.activation(new LeakyRelu());
            },
            "one hidden layer, a large formula",
            settings -> settings.activation(new Gelu()),
            "one hidden layer, an activation of no slope",
            settings -> settings.activation(TrainingStudy.formula(x -> Expression.constant(0.25))),
            "wide and deep",
            settings -> {
                settings.hidden = List.of(13, 6, 11);
                settings.optimizer = new RmsProp(0.9, 1e-6, 0.8, true, 0.01);
                return settings.activation(new Tanh());
            },
            "two inputs",
            settings -> {
                List<Interval> square = List.of(TrainingStudy.UNIT.get(0), TrainingStudy.UNIT.get(0));
                settings.regions =
                        List.of(new RegionSettings("inside", square, List.of(), false, settings.data.rangePosition()));
                return settings.target("multiply", new Multiply(), 2)
                        .data(90, square, Sampling.UNIFORM, 0.1)
                        .activation(new Softplus());
            },
            "sines of large arguments",
            settings -> settings.activation(new Sine(1e6)),
            "a linear model",
            settings -> {
                settings.hidden = List.of();
                return settings;
            },
            "a full batch",
            settings -> {
                settings.batch = 100;
                settings.hidden = List.of(3, 3);
                return settings;
            }));

    static Stream<Arguments> kernels() {
        return STUDIES.keySet().stream()
                .flatMap(study -> Stream.of(Precision.values())
                        .flatMap(precision ->
                                Stream.of(128, 256, 512).map(bits -> Arguments.of(study, precision, bits))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2} bits")
    @MethodSource("kernels")
    void givesTheScalarKernelsBits(String name, Precision precision, int bits) {
        Kernel vector = VECTORS.get(bits);
        int lanes = precision == Precision.FLOAT64
                ? vector.float64().preferredLanes()
                : vector.float32().preferredLanes();
        TrainingStudy study = TrainingStudy.of(lanes, settings -> {
            settings.precision = precision;
            settings.duration = new Duration(Unit.STEPS, 20);
            return STUDIES.get(name).apply(settings);
        });
        CellPlan plan = new CellPlan(study, study.cell(0), new SharedPlans());
        for (int company : new int[] {lanes, lanes / 2 + 1, 1}) {
            List<Trial> trials = new ArrayList<>();
            for (int replica = 0; replica < company; replica++) {
                trials.add(new Trial(replica, replica, plan, true));
            }

            List<TrialResult> results = new CohortTraining(vector, trials).run();

            for (int replica = 0; replica < company; replica++) {
                assertThat(TrainingStudy.bits(results.get(replica)))
                        .as("%s among %s", replica, company)
                        .isEqualTo(scalar(trials.get(replica)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("precisions")
    void givesTheScalarKernelsBitsWhereLanesDiverge(Precision precision) {
        List<Trial> trials = new ArrayList<>();
        for (double rate : new double[] {0.01, 1e12, 0.02, 30}) {
            TrainingStudy study = TrainingStudy.of(1, settings -> {
                settings.optimizer = new Sgd();
                settings.precision = precision;
                return settings.learningRate(rate).activation(new Sine(3));
            });
            trials.add(new Trial(trials.size(), 0, new CellPlan(study, study.cell(0), new SharedPlans()), true));
        }
        Kernel vector = VECTORS.get(256);

        List<TrialResult> results = new CohortTraining(vector, trials).run();

        assertThat(results.stream().map(TrialResult::status)).contains(Status.COMPLETED, Status.DIVERGED);
        for (int i = 0; i < trials.size(); i++) {
            assertThat(TrainingStudy.bits(results.get(i))).isEqualTo(scalar(trials.get(i)));
        }
    }

    private static List<Object> scalar(Trial trial) {
        return TrainingStudy.bits(
                new CohortTraining(SCALAR, List.of(trial)).run().get(0));
    }

    static Stream<Precision> precisions() {
        return Stream.of(Precision.values());
    }
}

package dev.parabola.core.training;

import dev.parabola.api.Activation;
import dev.parabola.api.Initializer;
import dev.parabola.api.Optimizer;
import dev.parabola.api.Plugin;
import dev.parabola.api.Scheduler;
import dev.parabola.core.network.TorchLinear;
import dev.parabola.core.problem.Position;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.DataSettings.Sampling;
import dev.parabola.core.study.DataSettings.Scaling;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.ModelSettings;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.Success;
import dev.parabola.core.study.Target;
import dev.parabola.core.study.TrainingSettings;
import dev.parabola.core.study.TrainingSettings.Duration;
import dev.parabola.core.study.TrainingSettings.Precision;
import dev.parabola.core.study.TrainingSettings.Unit;
import dev.parabola.plugins.activations.Relu;
import dev.parabola.plugins.optimizers.Adam;
import dev.parabola.plugins.optimizers.schedulers.Constant;
import dev.parabola.plugins.targets.Square;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** A small study of x² whose cells a test writes down. */
public record TrainingStudy(int replicas, List<Cell> listed) implements Study {
    private static final Position NOWHERE = Position.of("test.yaml");
    public static final List<Interval> UNIT = List.of(new Interval(-1, 1));

    /** Ten ReLU units learn x² from 100 points in 200 steps of Adam; change what the test is about. */
    public static TrainingStudy of(int replicas, UnaryOperator<Settings> change) {
        return new TrainingStudy(replicas, List.of(change.apply(new Settings()).cell(0)));
    }

    /** What a test may change. */
    public static final class Settings {
        public Target target = new Target("square", new Square(), 1, NOWHERE);
        public DataSettings data =
                new DataSettings(100, UNIT, Sampling.UNIFORM, 0, Scaling.NONE, Scaling.NONE, NOWHERE);
        public List<RegionSettings> regions = List.of(
                new RegionSettings("inside", UNIT, List.of(), false, NOWHERE),
                new RegionSettings("near", List.of(new Interval(-2, 2)), UNIT, false, NOWHERE));
        public List<Integer> hidden = List.of(10);
        public Plugin activation = new Relu();
        public Initializer initializer = new TorchLinear();
        public Optimizer optimizer = new Adam();
        public Scheduler scheduler = new Constant();
        public double learningRate = 0.01;
        public Duration duration = new Duration(Unit.STEPS, 200);
        public int batch = 16;
        public Precision precision = Precision.FLOAT64;

        public Settings activation(Plugin other) {
            activation = other;
            return this;
        }

        public Settings learningRate(double other) {
            learningRate = other;
            return this;
        }

        public Settings target(String text, Plugin function, int inputs) {
            target = new Target(text, function, inputs, NOWHERE);
            return this;
        }

        public Settings data(int samples, List<Interval> range, Sampling sampling, double noise) {
            data = new DataSettings(samples, range, sampling, noise, Scaling.NONE, Scaling.NONE, NOWHERE);
            return this;
        }

        public Settings regions(RegionSettings... others) {
            regions = List.of(others);
            return this;
        }

        public Cell cell(long index) {
            return new Cell(
                    index,
                    List.of(),
                    target,
                    data,
                    regions,
                    new ModelSettings(hidden, activation, initializer, NOWHERE),
                    new TrainingSettings(optimizer, scheduler, learningRate, duration, batch, precision));
        }
    }

    /** All figures of a result, to be compared bit for bit; NaNs are equal. */
    public static List<Object> bits(TrialResult result) {
        List<Object> bits = new ArrayList<>(
                List.of(result.trial(), result.cell(), result.status(), result.steps(), result.parameters()));
        bits.add(Double.doubleToLongBits(result.trainMse()));
        result.regions()
                .forEach(score -> score.ifPresent(there -> {
                    bits.add(Double.doubleToLongBits(there.rmse()));
                    bits.add(there.nrmse());
                    bits.add(Double.doubleToLongBits(there.maxError()));
                    bits.add(there.r2());
                    bits.add(there.success());
                    bits.add(there.firstSuccess());
                }));
        for (TrialResult.Checkpoint checkpoint : result.history()) {
            bits.add(checkpoint.step());
            bits.add(Double.doubleToLongBits(checkpoint.learningRate()));
            bits.add(checkpoint.momentum());
            bits.add(Double.doubleToLongBits(checkpoint.trainLoss()));
            Arrays.stream(checkpoint.rmse()).mapToLong(Double::doubleToLongBits).forEach(bits::add);
        }
        for (double[] predictions : result.portrait().predictions()) {
            Arrays.stream(predictions).mapToLong(Double::doubleToLongBits).forEach(bits::add);
        }
        for (double[] fit : result.portrait().fits()) {
            Arrays.stream(fit).mapToLong(Double::doubleToLongBits).forEach(bits::add);
        }
        bits.add(result.health().constantOutput());
        bits.add(result.health().untouched());
        bits.add(result.health().exploded());
        bits.add(result.health().notFinite());
        bits.add(result.health().bornDead());
        for (Health.LayerHealth layer : result.health().layers()) {
            bits.addAll(List.of(
                    layer.units(),
                    layer.dead(),
                    layer.saturated(),
                    layer.denormal(),
                    layer.neverUpdated(),
                    layer.kinksOutside(),
                    layer.exploding(),
                    Double.doubleToLongBits(layer.gradientNorm()),
                    Double.doubleToLongBits(layer.weightNorm())));
        }
        return bits;
    }

    /** An activation that is one expression, written as a lambda. */
    public static Activation formula(UnaryOperator<dev.parabola.api.expression.Expression> formula) {
        return formula::apply;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Optional<String> question() {
        return Optional.empty();
    }

    @Override
    public long seed() {
        return 12345;
    }

    @Override
    public List<Factor> factors() {
        return List.of();
    }

    @Override
    public long cells() {
        return listed.size();
    }

    @Override
    public Cell cell(long index) {
        return listed.get((int) index);
    }

    @Override
    public List<String> levels(long index) {
        return listed.get((int) index).levels();
    }

    @Override
    public List<String> regionNames() {
        return listed.get(0).regions().stream().map(RegionSettings::name).toList();
    }

    @Override
    public int maxInputs() {
        return listed.stream().mapToInt(cell -> cell.target().inputs()).max().orElse(1);
    }

    @Override
    public Success success() {
        return new Success(OptionalDouble.of(0.1), OptionalDouble.empty(), OptionalDouble.empty());
    }

    @Override
    public List<Target> alternatives() {
        return List.of();
    }

    @Override
    public int checkpoints() {
        return 8;
    }

    @Override
    public byte[] manifestBytes() {
        return new byte[0];
    }

    @Override
    public String lock() {
        return "";
    }
}

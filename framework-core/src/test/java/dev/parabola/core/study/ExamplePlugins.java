package dev.parabola.core.study;

import dev.parabola.api.Activation;
import dev.parabola.api.Doc;
import dev.parabola.api.Initializer;
import dev.parabola.api.Name;
import dev.parabola.api.NumericTargetFunction;
import dev.parabola.api.Optimizer;
import dev.parabola.api.Progress;
import dev.parabola.api.Range;
import dev.parabola.api.Scheduler;
import dev.parabola.api.Summary;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.Update;
import dev.parabola.api.expression.Expression;
import dev.parabola.core.plugin.PluginRegistry;
import java.util.List;

/** Small plugins of every kind, with parameters of every type. */
public final class ExamplePlugins {
    private static final PluginRegistry REGISTRY = PluginRegistry.of(
            Square.class,
            Plus.class,
            Polynomial.class,
            Broken.class,
            Relu.class,
            LeakyRelu.class,
            Sine.class,
            Picky.class,
            Adam.class,
            Sgd.class,
            Constant.class,
            Step.class,
            TorchLinear.class,
            Siren.class);

    private ExamplePlugins() {}

    public static PluginRegistry registry() {
        return REGISTRY;
    }

    @Name("square")
    @Summary("x²")
    public record Square() implements TargetFunction {
        @Override
        public Expression of(Expression... x) {
            return x[0].squared();
        }
    }

    @Name("plus")
    public record Plus() implements TargetFunction {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public Expression of(Expression... x) {
            return x[0].plus(x[1]);
        }
    }

    @Name("polynomial")
    public record Polynomial(
            @Doc("from the constant up") @Range(min = -100, max = 100)
            List<Double> coefficients) implements NumericTargetFunction {
        public Polynomial() {
            this(List.of(0.0, 0.0, 1.0));
        }

        public Polynomial {
            if (coefficients.isEmpty()) {
                throw new IllegalArgumentException("coefficients must not be empty");
            }
            coefficients = List.copyOf(coefficients);
        }

        @Override
        public double value(double[] x) {
            double value = 0;
            for (int i = coefficients.size() - 1; i >= 0; i--) {
                value = value * x[0] + coefficients.get(i);
            }
            return value;
        }
    }

    @Name("broken")
    public record Broken(int inputs) implements NumericTargetFunction {
        public Broken() {
            this(1);
        }

        public Broken {
            if (inputs == 13) {
                throw new IllegalStateException("thirteen");
            }
        }

        @Override
        public double value(double[] x) {
            return 0;
        }
    }

    @Name("relu")
    public record Relu() implements Activation {
        @Override
        public Expression of(Expression x) {
            return x.max(0);
        }
    }

    @Name("leaky-relu")
    public record LeakyRelu(
            @Doc("slope left of zero") @Range(min = 0, max = 1)
            double slope) implements Activation {
        public LeakyRelu() {
            this(0.01);
        }

        @Override
        public Expression of(Expression x) {
            return Expression.where(x.isPositive(), x, x.times(slope));
        }
    }

    @Name("sine")
    public record Sine(@Range(min = 0, exclusiveMin = true) double omega) implements Activation {
        public Sine() {
            this(30);
        }

        @Override
        public Expression of(Expression x) {
            return x.times(omega).sin();
        }
    }

    @Name("picky")
    public record Picky(double lowEnd, double highEnd) implements Activation {
        public Picky() {
            this(0, 1);
        }

        public Picky {
            if (lowEnd >= highEnd) {
                throw new IllegalArgumentException("lowEnd must be less than the other end");
            }
        }

        @Override
        public Expression of(Expression x) {
            return x;
        }
    }

    @Name("adam")
    public record Adam(
            @Range(min = 0, max = 1, exclusiveMax = true) double beta1,
            @Range(min = 0, max = 1, exclusiveMax = true) double beta2)
            implements Optimizer {
        public Adam() {
            this(0.9, 0.999);
        }

        @Override
        public Update update(Quantities q) {
            return Update.along(q.gradient());
        }
    }

    @Name("sgd")
    public record Sgd(boolean nesterov, String label) implements Optimizer {
        public Sgd() {
            this(false, "plain");
        }

        @Override
        public Update update(Quantities q) {
            return Update.along(q.gradient());
        }
    }

    @Name("constant")
    public record Constant() implements Scheduler {
        @Override
        public double rate(double baseRate, Progress progress) {
            return baseRate;
        }
    }

    @Name("step")
    public record Step(Shape shape, @Range(min = 1) int every) implements Scheduler {
        public enum Shape {
            STAIRS,
            SMOOTH_LINE
        }

        public Step() {
            this(Shape.STAIRS, 30);
        }

        @Override
        public double rate(double baseRate, Progress progress) {
            return baseRate;
        }
    }

    @Name("torch-linear")
    public record TorchLinear() implements Initializer {
        @Override
        public Distribution weights(Layer layer) {
            return Distribution.uniform(1 / Math.sqrt(layer.fanIn()));
        }

        @Override
        public Distribution biases(Layer layer) {
            return weights(layer);
        }
    }

    @Name("siren")
    public record Siren() implements Initializer {
        @Override
        public Distribution weights(Layer layer) {
            return Distribution.uniform(1.0 / layer.fanIn());
        }

        @Override
        public Distribution biases(Layer layer) {
            return Distribution.zero();
        }
    }
}

package dev.parabola.benchmarks;

import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import dev.parabola.api.math.Elementary;
import dev.parabola.api.math.Elementary32;
import dev.parabola.core.kernel.Compiled32;
import dev.parabola.core.kernel.Compiled64;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.Kernel32;
import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.LaneConstants32;
import dev.parabola.core.kernel.LaneConstants64;
import dev.parabola.core.kernel.Lanes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Elementary functions, one element of an array that fits the first-level cache; arguments from 1/8 to 4, different in every lane. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {Workload.OPTIONS})
public class ElementaryBenchmark {
    private static final int ELEMENTS = 1 << 10;

    /** The function, as an expression has it. */
    @Param({"exp", "log", "sin", "cos", "tan", "atan", "tanh", "sigmoid", "softplus", "erf"})
    public String function = "";

    /** The numbers, as a manifest has them. */
    @Param({"float64", "float32"})
    public String precision = "";

    /**
     * {@code elementary} is ours for one number; {@code math} is java.lang.Math, and what follows from it (erf does not, and is reported as a
     * failure); the others are kernels, which compile the function as a formula.
     */
    @Param({"elementary", "math", "scalar", "vector-128", "vector-256", "vector-512"})
    public String by = "";

    private Runnable loop = () -> {};

    /** A function of floats. */
    @FunctionalInterface
    private interface FloatUnaryOperator {
        float applyAsFloat(float x);
    }

    /** Chooses the loop. */
    @Setup
    public void choose() {
        boolean wide = precision.equals("float64");
        loop = switch (by) {
            case "elementary" -> wide ? over(elementary64()) : overFloats(elementary32());
            case "math" -> {
                DoubleUnaryOperator math = math();
                yield wide ? over(math) : overFloats(x -> (float) math.applyAsDouble(x));
            }
            default -> {
                Kernel kernel = Workload.kernel(by);
                Program program =
                        Program.of(List.of("x"), List.of(Expression.parse(function + "(x)", name -> name.equals("x"))));
                yield wide ? over(kernel.float64(), program) : over(kernel.float32(), program);
            }
        };
    }

    private static double argument(int i) {
        return 0.125 + 3.875 * (i * 619 % ELEMENTS) / ELEMENTS;
    }

    private static double[] arguments64() {
        double[] arguments = new double[ELEMENTS];
        Arrays.setAll(arguments, ElementaryBenchmark::argument);
        return arguments;
    }

    private static float[] arguments32() {
        float[] arguments = new float[ELEMENTS];
        for (int i = 0; i < ELEMENTS; i++) {
            arguments[i] = (float) argument(i);
        }
        return arguments;
    }

    private static Runnable over(DoubleUnaryOperator operator) {
        double[] in = arguments64();
        double[] out = new double[ELEMENTS];
        return () -> {
            for (int i = 0; i < ELEMENTS; i++) {
                out[i] = operator.applyAsDouble(in[i]);
            }
        };
    }

    private static Runnable overFloats(FloatUnaryOperator operator) {
        float[] in = arguments32();
        float[] out = new float[ELEMENTS];
        return () -> {
            for (int i = 0; i < ELEMENTS; i++) {
                out[i] = operator.applyAsFloat(in[i]);
            }
        };
    }

    private static Runnable over(Kernel64 kernel, Program program) {
        Lanes lanes = new Lanes(kernel.preferredLanes());
        Compiled64 compiled = kernel.compile(program, 1);
        LaneConstants64 joined = LaneConstants64.of(List.of(compiled), lanes);
        double[] hoisted = new double[joined.code().hoisted() * lanes.count()];
        joined.code().hoist(lanes, joined.constants(), hoisted);
        double[][] arrays = {arguments64(), new double[ELEMENTS]};
        return () -> joined.code().apply(lanes, arrays, 0, ELEMENTS / lanes.count(), hoisted);
    }

    private static Runnable over(Kernel32 kernel, Program program) {
        Lanes lanes = new Lanes(kernel.preferredLanes());
        Compiled32 compiled = kernel.compile(program, 1);
        LaneConstants32 joined = LaneConstants32.of(List.of(compiled), lanes);
        float[] hoisted = new float[joined.code().hoisted() * lanes.count()];
        joined.code().hoist(lanes, joined.constants(), hoisted);
        float[][] arrays = {arguments32(), new float[ELEMENTS]};
        return () -> joined.code().apply(lanes, arrays, 0, ELEMENTS / lanes.count(), hoisted);
    }

    private DoubleUnaryOperator elementary64() {
        return switch (function) {
            case "exp" -> Elementary::exp;
            case "log" -> Elementary::log;
            case "sin" -> Elementary::sin;
            case "cos" -> Elementary::cos;
            case "tan" -> Elementary::tan;
            case "atan" -> Elementary::atan;
            case "tanh" -> Elementary::tanh;
            case "sigmoid" -> Elementary::sigmoid;
            case "softplus" -> Elementary::softplus;
            case "erf" -> Elementary::erf;
            default -> throw new IllegalArgumentException(function);
        };
    }

    private FloatUnaryOperator elementary32() {
        return switch (function) {
            case "exp" -> Elementary32::exp;
            case "log" -> Elementary32::log;
            case "sin" -> Elementary32::sin;
            case "cos" -> Elementary32::cos;
            case "tan" -> Elementary32::tan;
            case "atan" -> Elementary32::atan;
            case "tanh" -> Elementary32::tanh;
            case "sigmoid" -> Elementary32::sigmoid;
            case "softplus" -> Elementary32::softplus;
            case "erf" -> Elementary32::erf;
            default -> throw new IllegalArgumentException(function);
        };
    }

    private DoubleUnaryOperator math() {
        return switch (function) {
            case "exp" -> Math::exp;
            case "log" -> Math::log;
            case "sin" -> Math::sin;
            case "cos" -> Math::cos;
            case "tan" -> Math::tan;
            case "atan" -> Math::atan;
            case "tanh" -> Math::tanh;
            case "sigmoid" -> x -> 1 / (1 + Math.exp(-x));
            case "softplus" -> x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            default -> throw new IllegalArgumentException("java.lang.Math has no " + function);
        };
    }

    /** Applies the function to all elements. */
    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public void element() {
        loop.run();
    }
}

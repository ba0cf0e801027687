package dev.parabola.benchmarks;

import dev.parabola.core.kernel.Dense;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.Kernel32;
import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.kernel.vector.CacheLines;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The passes of a dense layer over a batch of 64, all lanes busy. The figures are those of {@code :gigaflops}, in GFLOP/s; a fused
 * multiply-add is two operations. {@link PeakBenchmark} has the most that the core can compute.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {Workload.OPTIONS})
public class DenseBenchmark {
    private static final int SAMPLES = 64;

    /** The inputs and the outputs of each unit. */
    @Param({"10", "32", "64"})
    public int width;

    /** The numbers, as a manifest has them. */
    @Param({"float64", "float32"})
    public String precision = "";

    /** The kernel; one that this processor does not have is reported as a failure. */
    @Param({"scalar", "vector-128", "vector-256", "vector-512"})
    public String kernel = "";

    private static Lanes lanes(int count) {
        return new Lanes(count, count, CacheLines.find());
    }

    private Runnable forward = () -> {};
    private Runnable parameterGradient = () -> {};
    private Runnable inputGradient = () -> {};
    private long operations;

    /** Counts additions and multiplications. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Operations {
        /** Per nanosecond, so many thousand millions per second. */
        public long gigaflops;
    }

    /** Fills the arrays. */
    @Setup
    public void fill() {
        Kernel arithmetic = Workload.kernel(kernel);
        Dense layer = new Dense(width, width, 0, width * width);
        if (precision.equals("float64")) {
            fill(arithmetic.float64(), layer);
        } else {
            fill(arithmetic.float32(), layer);
        }
    }

    private void fill(Kernel64 arithmetic, Dense layer) {
        Lanes lanes = lanes(arithmetic.preferredLanes());
        double[] parameters = lanes.rows64(width * width + width);
        double[] gradient = parameters.clone();
        double[] input = lanes.rows64(SAMPLES * width);
        Arrays.setAll(parameters, i -> i % 7 / 8.0);
        Arrays.setAll(input, i -> i % 5 / 8.0);
        double[] output = input.clone();
        double[] slope = input.clone();
        double[] delta = input.clone();
        forward = () -> arithmetic.forward(lanes, layer, SAMPLES, parameters, input, output);
        parameterGradient = () -> arithmetic.parameterGradient(lanes, layer, SAMPLES, input, delta, gradient);
        inputGradient = () -> arithmetic.inputGradient(lanes, layer, SAMPLES, parameters, delta, slope, output);
        operations = 2L * SAMPLES * width * width * lanes.count();
    }

    private void fill(Kernel32 arithmetic, Dense layer) {
        Lanes lanes = lanes(arithmetic.preferredLanes());
        float[] parameters = lanes.rows32(width * width + width);
        float[] gradient = parameters.clone();
        float[] input = lanes.rows32(SAMPLES * width);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = i % 7 / 8f;
        }
        for (int i = 0; i < input.length; i++) {
            input[i] = i % 5 / 8f;
        }
        float[] output = input.clone();
        float[] slope = input.clone();
        float[] delta = input.clone();
        forward = () -> arithmetic.forward(lanes, layer, SAMPLES, parameters, input, output);
        parameterGradient = () -> arithmetic.parameterGradient(lanes, layer, SAMPLES, input, delta, gradient);
        inputGradient = () -> arithmetic.inputGradient(lanes, layer, SAMPLES, parameters, delta, slope, output);
        operations = 2L * SAMPLES * width * width * lanes.count();
    }

    /** From inputs to weighted sums. */
    @Benchmark
    public void forward(Operations counted) {
        forward.run();
        counted.gigaflops += operations;
    }

    /** To the derivatives by weights and biases. */
    @Benchmark
    public void parameterGradient(Operations counted) {
        parameterGradient.run();
        counted.gigaflops += operations;
    }

    /** To the derivatives by the inputs. */
    @Benchmark
    public void inputGradient(Operations counted) {
        inputGradient.run();
        counted.gigaflops += operations;
    }
}

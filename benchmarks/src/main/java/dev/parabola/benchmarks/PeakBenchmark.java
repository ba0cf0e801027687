package dev.parabola.benchmarks;

import dev.parabola.core.kernel.Format;
import java.util.concurrent.TimeUnit;
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

/** The most that a core can compute, in GFLOP/s: fused multiply-adds that wait for nothing. The figure is that of {@code :gigaflops}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {Workload.OPTIONS})
public class PeakBenchmark {
    /** The numbers, as a manifest has them. */
    @Param({"float64", "float32"})
    public String precision = "";

    /** The size of the vectors, by the kernel that uses them; one that this processor does not have is reported as a failure. */
    @Param({"vector-128", "vector-256", "vector-512"})
    public String kernel = "";

    private FmaPeak loop = new FmaPeak(Format.FLOAT64, 128);

    /** Writes the loop. */
    @Setup
    public void write() {
        loop = new FmaPeak(precision.equals("float64") ? Format.FLOAT64 : Format.FLOAT32, Workload.vectorBits(kernel));
    }

    /** Multiplies and adds. */
    @Benchmark
    public void fma(DenseBenchmark.Operations counted) {
        counted.gigaflops += loop.run();
    }
}

package dev.parabola.benchmarks;

import dev.parabola.core.training.TrialResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/**
 * One step of a full cohort, and with it ({@code step:perReplica}) one step of one replica. Everything that a step needs counts: the order
 * of the batch, gathering, schedule, forward, backward, optimizer, the test for divergence, and a five-thousandth of drawing the data and of
 * the two examinations. 1000 points, batch 64, Adam.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", Workload.OPTIONS})
public class TrainingBenchmark {
    private static final int STEPS = 5_000;

    /** The widths of the hidden layers, joined by hyphens: JMH separates values by commas. */
    @Param({"10", "32-32", "64-64"})
    public String hidden = "";

    /** A plugin's name; {@code formula} is an expression, and {@code black-box} the same function as two plain methods. */
    @Param({"relu", "tanh", "formula", "black-box"})
    public String activation = "";

    /** The numbers, as a manifest has them. */
    @Param({"float64", "float32"})
    public String precision = "";

    /** The kernel; one that this processor does not have is reported as a failure. */
    @Param({"scalar", "vector-128", "vector-256", "vector-512"})
    public String kernel = "";

    private Workload workload = new Workload(Workload.kernel("scalar"), "model: {}");

    /** Counts the steps of all replicas. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Replicas {
        /** The steps made. */
        public long perReplica;
    }

    /** Plans the study that is measured. */
    @Setup
    public void plan() {
        String function = switch (activation) {
            case "formula" -> BlackBoxSwish.EXPRESSION;
            case "black-box" -> "black-box-swish";
            default -> activation;
        };
        workload = new Workload(
                Workload.kernel(kernel),
                "model: {hidden: [" + hidden.replace('-', ',') + "], activation: \"" + function + "\"}",
                "training: {steps: " + STEPS + ", precision: " + precision + "}");
    }

    /** Trains the cohort. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public List<TrialResult> step(Replicas replicas) {
        replicas.perReplica += (long) STEPS * workload.replicas();
        return workload.train();
    }
}

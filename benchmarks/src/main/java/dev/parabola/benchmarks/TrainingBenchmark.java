package dev.parabola.benchmarks;

import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.plugin.PluginSource;
import dev.parabola.core.study.CellCheck;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.StudyPlanner;
import dev.parabola.core.training.CellPlan;
import dev.parabola.core.training.CohortTraining;
import dev.parabola.core.training.Trial;
import dev.parabola.core.training.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * One step of one replica, everything that a step needs counted: shuffling, gathering, schedule, forward, backward, optimizer, the
 * test for divergence, and a thousandth of drawing the data and of the examinations before and after. 1000 points, batch 64, Adam, float64.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(1)
public class TrainingBenchmark {
    private static final int STEPS = 1_000;

    /** The widths of the hidden layers, joined by hyphens: JMH separates values by commas. */
    @Param({"10", "32-32", "64-64"})
    public String hidden = "";

    /** The activation, as a manifest has it. */
    @Param({"relu", "tanh"})
    public String activation = "";

    private final ScalarKernel kernel = new ScalarKernel();
    private List<Trial> trials = List.of();

    /** Plans the study that is measured. */
    @Setup
    public void plan() throws IOException {
        Path file = Files.createTempFile("benchmark", ".yaml");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "study: benchmark",
                        "target: square",
                        "model: {hidden: [" + hidden.replace('-', ',') + "], activation: " + activation + "}",
                        "training: {steps: " + STEPS + "}",
                        "record: {checkpoints: 2}"));
        Study study = new StudyPlanner()
                .plan(
                        Manifest.read(file, List.of()),
                        PluginRegistry.discover(List.of(new PluginSource.ClassPath())),
                        "",
                        CellCheck.none());
        Files.delete(file);
        trials = List.of(new Trial(0, 0, new CellPlan(study, study.cell(0), kernel), false));
    }

    /** Trains the replica. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public List<TrialResult> step() {
        return new CohortTraining(kernel, trials).run();
    }
}

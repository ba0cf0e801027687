package dev.parabola.benchmarks;

import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.kernel.vector.CacheLines;
import dev.parabola.core.kernel.vector.VectorKernel;
import dev.parabola.core.kernel.vector.VectorSupport;
import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.plugin.PluginRegistry;
import dev.parabola.core.plugin.PluginSource;
import dev.parabola.core.study.CellCheck;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.StudyPlanner;
import dev.parabola.core.study.TrainingSettings.Precision;
import dev.parabola.core.training.CellPlan;
import dev.parabola.core.training.CohortTraining;
import dev.parabola.core.training.SharedPlans;
import dev.parabola.core.training.Trial;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A full cohort of a study's only cell. Everything is planned anew for each training, so that the orders of the batches and the table
 * of the schedule, which a study computes once for all cohorts, are counted against the steps of a single one.
 */
final class Workload {
    /** What the launcher gives the virtual machine where it has vectors, in a file that is found from the root of the sources. */
    static final String OPTIONS = "@benchmarks/vm-options";

    private final Study study;
    private final Kernel kernel;
    private final int replicas;

    /**
     * A cohort.
     *
     * @param kernel the arithmetic
     * @param manifest the lines of model and training; 1000 points of y = x² in [−1, 1], examined there before and after
     */
    Workload(Kernel kernel, String... manifest) {
        this.kernel = kernel;
        study = plan(List.of(manifest));
        Precision precision = study.cell(0).training().precision();
        replicas = switch (precision) {
            case FLOAT64 -> kernel.float64().preferredLanes();
            case FLOAT32 -> kernel.float32().preferredLanes();
        };
    }

    /**
     * The kernel of a name.
     *
     * @param name {@code scalar}, {@code vector-128}, {@code vector-256} or {@code vector-512}
     * @return the kernel
     * @throws IllegalArgumentException if this machine does not have it
     */
    static Kernel kernel(String name) {
        return name.equals("scalar") ? new ScalarKernel() : new VectorKernel(vectorBits(name), CacheLines.find());
    }

    /**
     * The size of a kernel's vectors.
     *
     * @param name {@code vector-128}, {@code vector-256} or {@code vector-512}
     * @return in bits
     * @throws IllegalArgumentException if this machine does not have it
     */
    static int vectorBits(String name) {
        VectorSupport support = VectorSupport.find();
        if (support instanceof VectorSupport.Refused refused) {
            throw new IllegalArgumentException(name + " is not to be had: " + refused.reason());
        }
        int bits = Integer.parseInt(name.substring("vector-".length()));
        if (support instanceof VectorSupport.Available available && bits > available.bits()) {
            throw new IllegalArgumentException(
                    name + " is not to be had: this processor's vectors have " + available.bits() + " bits");
        }
        return bits;
    }

    private static Study plan(List<String> manifest) {
        List<String> lines = new ArrayList<>(List.of(
                "study: benchmark",
                "target: square",
                "data: {samples: 1000, range: [-1, 1]}",
                "regions: {inside: [-1, 1]}",
                "record: {checkpoints: 2}"));
        lines.addAll(manifest);
        try {
            Path file = Files.createTempFile("benchmark", ".yaml");
            try {
                Files.write(file, lines);
                return new StudyPlanner()
                        .plan(
                                Manifest.read(file, List.of()),
                                PluginRegistry.discover(List.of(new PluginSource.ClassPath())),
                                "",
                                CellCheck.none());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of replicas that are trained side by side. */
    int replicas() {
        return replicas;
    }

    /** The steps that each replica is trained. */
    long steps() {
        return study.cell(0).training().totalSteps(study.cell(0).data().samples());
    }

    /** Trains the cohort from the drawing of its data to the last examination. */
    List<TrialResult> train() {
        CellPlan plan = new CellPlan(study, study.cell(0), new SharedPlans());
        List<Trial> trials = new ArrayList<>();
        for (int replica = 0; replica < replicas; replica++) {
            trials.add(new Trial(replica, replica, plan, false));
        }
        List<TrialResult> results = new CohortTraining(kernel, trials).run();
        for (TrialResult result : results) {
            if (result.status() != Status.COMPLETED) {
                throw new IllegalStateException(
                        "a replica ended " + result.status() + ": its steps are not those of training");
            }
        }
        return results;
    }
}

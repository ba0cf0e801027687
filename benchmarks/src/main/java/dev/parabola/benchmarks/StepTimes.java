package dev.parabola.benchmarks;

import dev.parabola.core.kernel.Format;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.ScalarKernel;
import dev.parabola.core.kernel.vector.VectorSupport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Measures training steps in steady state, and prints a line of JSON for each job. A figure is the processor time of the training thread, in
 * microseconds per replica and step; the peaks are in GFLOP/s. A training of one epoch is subtracted from a long one, so that neither
 * the drawing of the data nor the examinations count.
 *
 * <p>Arguments: {@code [--repetitions N] [--warm-up SECONDS] [JOB…]}; or {@code --serve}: then every line of standard input names a job, which
 * is measured once; or {@code --list}: the names of the jobs. The fewer jobs a virtual machine has, the better it compiles them:
 * what a study of one network takes is what a job takes that is alone. Start it with {@code -Xms256m -Xmx256m -XX:+AlwaysPreTouch}: the
 * first use of a page of memory can take longer than the steps that use it.
 */
public final class StepTimes {
    private static final String UNIT = "us/step/replica";
    private static final double LEAST_SECONDS = 0.3;
    private static final double STEADY = 0.05;
    /** How many figures in a row must be steady. */
    private static final int ENOUGH = 3;
    /** What is not steady after so many times the warm-up is measured as it is. */
    private static final int LONGEST_WARM_UP = 5;

    private static final List<Recipe> RECIPES = List.of(
            new Recipe(
                    "a",
                    "hidden: [10], activation: relu",
                    "optimizer: fastai-adam, scheduler: one-cycle, learning-rate: 0.01"),
            new Recipe("b", "hidden: [64, 64], activation: relu", "optimizer: adam, learning-rate: 0.001"),
            new Recipe("c", "hidden: [32, 32], activation: tanh", "optimizer: adam, learning-rate: 0.001"));
    private static final int EPOCHS = 85;

    private StepTimes() {}

    private record Recipe(String name, String model, String training) {}

    /** Something that can be measured again and again. */
    private interface Job {
        /** What is known of it beside the figure, as JSON. */
        String description();

        /** Measures, for about some seconds. */
        double measure(double seconds);
    }

    private record Training(Workload whole, Workload oneEpoch, String description) implements Job {
        static Training of(Recipe recipe, String precision, Kernel kernel) {
            IntFunction<Workload> epochs = count -> new Workload(
                    kernel,
                    "model: {" + recipe.model() + "}",
                    "training: {" + recipe.training() + ", batch: 64, precision: " + precision + ", epochs: " + count
                            + "}");
            Workload whole = epochs.apply(EPOCHS);
            return new Training(
                    whole,
                    epochs.apply(1),
                    String.format(
                            Locale.ROOT,
                            "\"unit\": \"%s\", \"precision\": \"%s\", \"kernel\": \"%s\", \"replicas\": %d, \"steps\": %d",
                            UNIT,
                            precision,
                            kernel.name(),
                            whole.replicas(),
                            whole.steps()));
        }

        @Override
        public double measure(double seconds) {
            double nanoseconds = 0;
            int trainings = 0;
            while (trainings == 0 || nanoseconds < seconds * 1e9) {
                long start = threadTime();
                whole.train();
                long middle = threadTime();
                oneEpoch.train();
                nanoseconds += (middle - start) - (threadTime() - middle);
                trainings++;
            }
            double steps = (double) (whole.steps() - oneEpoch.steps()) * trainings;
            return nanoseconds / 1e3 / steps / whole.replicas();
        }
    }

    private record Peak(FmaPeak peak, String description) implements Job {
        static Peak of(Format format, int bits) {
            return new Peak(
                    new FmaPeak(format, bits),
                    String.format(
                            Locale.ROOT,
                            "\"unit\": \"GFLOP/s\", \"precision\": \"float%d\", \"kernel\": \"vector-%d\", \"replicas\": 1, \"steps\": 1",
                            format.bits(),
                            bits));
        }

        @Override
        public double measure(double seconds) {
            long operations = 0;
            long start = threadTime();
            long time;
            do {
                operations += peak.run();
                time = threadTime() - start;
            } while (time < seconds * 1e9);
            return (double) operations / (double) time;
        }
    }

    /**
     * Measures.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) throws IOException {
        int repetitions = 7;
        double warmUp = 3;
        boolean serves = false;
        Map<String, Job> jobs = jobs();
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--repetitions" -> repetitions = Integer.parseInt(arguments[++i]);
                case "--warm-up" -> warmUp = Double.parseDouble(arguments[++i]);
                case "--serve" -> serves = true;
                case "--list" -> {
                    System.out.println("[\"" + String.join("\", \"", jobs.keySet()) + "\"]");
                    return;
                }
                default -> wanted.add(arguments[i]);
            }
        }
        if (!jobs.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException("the jobs are " + jobs.keySet() + ", not " + wanted);
        }
        if (serves) {
            serve(jobs, warmUp);
            return;
        }
        if (wanted.isEmpty()) {
            wanted.addAll(jobs.keySet());
        }
        // All are warm before the first is measured: what the last one loads can make the compiler discard code of the
        // first.
        for (String name : wanted) {
            warmUp(job(jobs, name), warmUp);
        }
        for (String name : wanted) {
            Job job = job(jobs, name);
            warmUp(job, 0);
            double[] figures = new double[repetitions];
            Arrays.setAll(figures, i -> job.measure(LEAST_SECONDS));
            Arrays.sort(figures);
            print(
                    name,
                    job,
                    String.format(
                            Locale.ROOT,
                            "\"median\": %.5f, \"min\": %.5f, \"max\": %.5f, \"repetitions\": %d",
                            median(figures),
                            figures[0],
                            figures[repetitions - 1],
                            repetitions));
        }
    }

    private static Job job(Map<String, Job> jobs, String name) {
        Job job = jobs.get(name);
        if (job == null) {
            throw new IllegalArgumentException("the jobs are " + jobs.keySet() + ", not " + name);
        }
        return job;
    }

    private static void serve(Map<String, Job> jobs, double warmUp) throws IOException {
        List<String> warm = new ArrayList<>();
        System.out.println("{\"java\": \"" + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.vm.version") + "\"}");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = in.readLine(); name != null; name = in.readLine()) {
            Job job = job(jobs, name);
            if (!warm.contains(name)) {
                warmUp(job, warmUp);
                warm.add(name);
            }
            print(name, job, String.format(Locale.ROOT, "\"value\": %.5f", job.measure(LEAST_SECONDS)));
        }
    }

    private static void print(String name, Job job, String figures) {
        System.out.println("{\"job\": \"" + name + "\", " + job.description() + ", " + figures + "}");
        System.out.flush();
    }

    private static Map<String, Job> jobs() {
        VectorSupport support = VectorSupport.find();
        Kernel scalar = new ScalarKernel();
        Kernel best = scalar;
        Map<String, Job> jobs = new LinkedHashMap<>();
        if (support instanceof VectorSupport.Available available) {
            best = Workload.kernel("vector-" + available.bits());
            for (Format format : Format.values()) {
                jobs.put("peak-float" + format.bits(), Peak.of(format, available.bits()));
            }
        } else if (support instanceof VectorSupport.Refused refused) {
            System.err.println("no vector kernel, all is measured with the scalar one: " + refused.reason() + "; "
                    + refused.remedy());
        }
        for (Recipe recipe : RECIPES) {
            for (String precision : List.of("float32", "float64")) {
                String name = recipe.name() + "-" + precision;
                jobs.put(name, Training.of(recipe, precision, best));
                if (recipe.name().equals("a")) {
                    jobs.put(name + "-one-seed", Training.of(recipe, precision, scalar));
                }
            }
        }
        return jobs;
    }

    /** Until the time is over, nothing is compiled any more, and the figures no longer change. */
    private static void warmUp(Job job, double seconds) {
        long start = System.nanoTime();
        double before = Double.NaN;
        int steady = 0;
        double elapsed;
        do {
            long compiled = compilationTime();
            double now = job.measure(Math.max(seconds / 10, LEAST_SECONDS / 10));
            steady = compiled == compilationTime() && Math.abs(now - before) < STEADY * now ? steady + 1 : 0;
            before = now;
            elapsed = (double) (System.nanoTime() - start) / 1e9;
        } while (elapsed < seconds || (steady < ENOUGH && elapsed < LONGEST_WARM_UP * seconds));
    }

    private static long compilationTime() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler == null ? 0 : compiler.getTotalCompilationTime();
    }

    private static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(double[] ascending) {
        int half = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[half] : (ascending[half - 1] + ascending[half]) / 2;
    }
}

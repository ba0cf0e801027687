package dev.parabola.benchmarks.libtorch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Measures the ensembles of {@code peers/torch_ensemble.py} with the PyTorch that DJL brings along, and converses with
 * {@code benchmarks/compare} as they do: every line of standard input names what is measured once, or what to forget. Its argument is the
 * path of that script. One call from Java trains a whole epoch.
 */
public final class LibtorchSteps {
    private static final int POINTS = 1000;
    private static final int BATCH = 64;
    private static final int STEPS_PER_EPOCH = (POINTS + BATCH - 1) / BATCH;
    private static final int EPOCHS = 85;
    private static final int WARM_UP = 5;
    private static final double LEAST_SECONDS = 0.3;
    private static final Map<String, long[]> WIDTHS =
            Map.of("a", new long[] {1, 10, 1}, "b", new long[] {1, 64, 64, 1}, "c", new long[] {1, 32, 32, 1});

    private LibtorchSteps() {}

    /**
     * Measures.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) throws IOException {
        Engine engine = Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(1);
        JniUtils.setNumInteropThreads(1);
        PtNDManager manager = (PtNDManager) engine.newBaseManager();
        PtSymbolBlock module = JniUtils.loadModule(
                manager, new ByteArrayInputStream(EnsembleModule.of(Path.of(arguments[0]))), false, false);
        System.out.println("{\"version\": \"libtorch " + engine.getVersion() + " by DJL " + Engine.getDjlVersion()
                + "\", \"jobs\": [\"" + String.join("\", \"", names()) + "\"]}");
        Map<String, Ensemble> ready = new HashMap<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String name = line.substring(line.indexOf(' ') + 1);
            if (line.startsWith("forget ")) {
                Ensemble forgotten = ready.remove(name);
                if (forgotten != null) {
                    forgotten.close();
                }
                System.out.println("{\"job\": \"" + name + "\"}");
            } else {
                double figure = ready.computeIfAbsent(name, wanted -> new Ensemble(manager, module, wanted))
                        .measure();
                System.out.println(String.format(Locale.ROOT, "{\"job\": \"%s\", \"value\": %.5f}", name, figure));
            }
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String job : List.of("a", "b", "c")) {
            for (String precision : List.of("float32", "float64")) {
                for (String variant : List.of("bmm", "replica-last", "bmm-sigmoid", "replica-last-sigmoid")) {
                    if (job.equals("c") || !variant.endsWith("-sigmoid")) {
                        for (int replicas : replicas(job, variant)) {
                            names.add(job + "/" + precision + "/" + variant + "/" + replicas);
                        }
                    }
                }
            }
        }
        return names;
    }

    private static int[] replicas(String job, String variant) {
        if (variant.startsWith("replica-last")) {
            return job.equals("a") ? new int[] {16, 64, 256, 1024} : new int[] {16, 64};
        }
        return job.equals("a") ? new int[] {1, 16, 64, 256, 1024} : new int[] {1, 16, 64, 256};
    }

    /** Networks in training. */
    private static final class Ensemble implements AutoCloseable {
        private static final int FIRST_STEP = 9;

        private final NDManager manager;
        private final PtSymbolBlock module;
        private final PtNDArray parameters;
        private final IValue[] arguments;
        private final int replicas;
        private final int epochs;
        private long steps;

        Ensemble(NDManager parent, PtSymbolBlock module, String name) {
            this.module = module;
            String[] parts = name.split("/", 4);
            String job = parts[0];
            DataType precision = DataType.valueOf(parts[1].toUpperCase(Locale.ROOT));
            String variant = parts[2];
            replicas = Integer.parseInt(parts[3]);
            manager = parent.newSubManager();
            boolean last = variant.startsWith("replica-last");
            long[] widths = Objects.requireNonNull(WIDTHS.get(job));
            parameters = draw(widths, last, precision);
            PtNDArray inputs = (PtNDArray) manager.randomUniform(-1, 1, new Shape(POINTS), precision);
            int activation = !job.equals("c") ? 0 : variant.endsWith("-sigmoid") ? 2 : 1;
            arguments = new IValue[] {
                IValue.from(last),
                IValue.from(parameters),
                IValue.from(zeros()),
                IValue.from(zeros()),
                IValue.from(zeros()),
                IValue.listFrom(widths),
                IValue.from((long) replicas),
                IValue.from(inputs),
                IValue.from(inputs.mul(inputs)),
                IValue.from(0L),
                IValue.from((long) EPOCHS * STEPS_PER_EPOCH),
                IValue.from(job.equals("a")),
                IValue.from((long) activation),
                IValue.from((long) BATCH)
            };
            seconds(WARM_UP);
            epochs = (int) Math.max(1, Math.min(200, Math.ceil(LEAST_SECONDS / Math.max(seconds(1), 1e-6))));
        }

        /** All parameters in one array, each layer's uniform within ±1/√inputs, in the order of each variant. */
        private PtNDArray draw(long[] widths, boolean last, DataType precision) {
            List<NDArray> weights = new ArrayList<>();
            List<NDArray> biases = new ArrayList<>();
            for (int layer = 0; layer + 1 < widths.length; layer++) {
                double bound = 1 / Math.sqrt((double) widths[layer]);
                weights.add(uniform(bound, replicas * widths[layer] * widths[layer + 1], precision));
                biases.add(uniform(bound, replicas * widths[layer + 1], precision));
            }
            NDList ordered = new NDList(weights);
            for (int layer = 0; layer < biases.size(); layer++) {
                ordered.add(last ? ordered.size() : 2 * layer + 1, biases.get(layer));
            }
            return (PtNDArray) NDArrays.concat(ordered);
        }

        private PtNDArray uniform(double bound, long count, DataType precision) {
            return (PtNDArray) manager.randomUniform((float) -bound, (float) bound, new Shape(count), precision);
        }

        private PtNDArray zeros() {
            return (PtNDArray) manager.zeros(parameters.getShape(), parameters.getDataType());
        }

        double measure() {
            double figure = 1e6 * seconds(epochs) / epochs / STEPS_PER_EPOCH / replicas;
            if (parameters.isNaN().any().getBoolean()) {
                throw new IllegalStateException("a network diverged");
            }
            return figure;
        }

        private double seconds(int count) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int epoch = 0; epoch < count; epoch++) {
                arguments[FIRST_STEP].close();
                arguments[FIRST_STEP] = IValue.from(steps);
                IValueUtils.forward(module, arguments).close();
                steps += STEPS_PER_EPOCH;
            }
            return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        }

        @Override
        public void close() {
            for (IValue argument : arguments) {
                argument.close();
            }
            manager.close();
        }
    }
}

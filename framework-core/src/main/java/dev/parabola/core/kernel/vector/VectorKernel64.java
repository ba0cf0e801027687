package dev.parabola.core.kernel.vector;

import dev.parabola.api.expression.Program;
import dev.parabola.core.kernel.Compiled64;
import dev.parabola.core.kernel.Dense;
import dev.parabola.core.kernel.Elementwise64;
import dev.parabola.core.kernel.Format;
import dev.parabola.core.kernel.FusedPasses64;
import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.kernel.ScalarKernel64;
import dev.parabola.core.kernel.SplitProgram;
import dev.parabola.core.kernel.vector.KernelWriter.Pass;
import dev.parabola.core.kernel.vector.KernelWriter.Terms;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** All lanes of a vector at once, idle and stopped ones too, with the bits of {@link ScalarKernel64}. */
final class VectorKernel64 implements Kernel64 {
    /** Loops over no more than so many are compiled in time by themselves. */
    private static final int FEW_ROWS = 64;

    private static final int KINDS_OF_TERMS = Terms.values().length;

    private final KernelWriter writer;
    private final int lanes;
    private final int tileRows;
    private final int tileColumns;
    private final ScalarKernel64 scalar = new ScalarKernel64();
    private final BatchCode64 batch;
    private final Map<SplitProgram, Elementwise64> loops = new ConcurrentHashMap<>();
    private final Map<FusedKey, Optional<FusedPasses64>> fused = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<TileCode64> forwardTiles;
    private final AtomicReferenceArray<TileCode64> parameterTiles;
    private final AtomicReferenceArray<TileCode64> inputTiles;

    /**
     * A kernel for vectors of a size.
     *
     * @param vectorBits 128, 256 or 512
     * @param home where the loops live
     */
    VectorKernel64(int vectorBits, VectorHome home) {
        writer = new KernelWriter(Format.FLOAT64, vectorBits, home);
        lanes = vectorBits / Format.FLOAT64.bits();
        // with what is loaded, as many sums as there are registers: 32 of 512 bits, 16 of the others
        tileRows = vectorBits == 512 ? 5 : 3;
        tileColumns = vectorBits == 512 ? 5 : 4;
        forwardTiles = new AtomicReferenceArray<>(KINDS_OF_TERMS * tileRows * tileColumns);
        parameterTiles = new AtomicReferenceArray<>(KINDS_OF_TERMS * tileRows * tileColumns);
        inputTiles = new AtomicReferenceArray<>(KINDS_OF_TERMS * tileRows * tileColumns);
        batch = (BatchCode64) writer.batch();
    }

    private record FusedKey(Elementwise64 activation, int inputs) {}

    @Override
    public int preferredLanes() {
        return lanes;
    }

    @Override
    public int width(int trials) {
        if (trials > lanes) {
            throw new IllegalArgumentException(trials + " trials are more than the " + lanes + " lanes of a vector");
        }
        return lanes;
    }

    @Override
    public Compiled64 compile(Program program, int rowInputs) {
        return new Compiled64(loops.computeIfAbsent(SplitProgram.of(program, rowInputs), this::loop), program);
    }

    private Elementwise64 loop(SplitProgram split) {
        return writer.rows(split)
                .<Elementwise64>map(code -> new VectorElementwise(split, (RowCode64) code, new AtomicBoolean()))
                .orElseGet(
                        () -> scalar.compile(split.program(), split.rowInputs()).code());
    }

    private record VectorElementwise(SplitProgram split, RowCode64 code, AtomicBoolean warm) implements Elementwise64 {
        @Override
        public int hoisted() {
            return split.hoisted();
        }

        @Override
        public void hoist(Lanes lanes, double[] uniforms, double[] hoisted) {
            code.hoist(uniforms, hoisted, lanes.first64(), lanes.scratch64());
        }

        @Override
        public void apply(Lanes lanes, double[][] arrays, int firstRow, int rows, double[] hoisted) {
            int width = lanes.count();
            int first = lanes.first64();
            int at = first + firstRow * width;
            if (rows > FEW_ROWS && !warm.get() && warm.compareAndSet(false, true)) {
                WarmUp64.rows(code, split, width);
            }
            code.rows(arrays, at, at + rows * width, hoisted, first, lanes.scratch64());
        }
    }

    @Override
    public void forward(Lanes width, Dense layer, int samples, double[] parameters, double[] input, double[] output) {
        int start = width.first64();
        int inputRow = layer.inputs() * lanes;
        int rows = Math.min(tileRows, samples);
        int columns = Math.min(tileColumns, layer.outputs());
        TileCode64 tile = tile(forwardTiles, Pass.FORWARD, layer.inputs(), rows, columns);
        for (int from = 0; from < samples; from += rows) {
            int s = Math.min(from, samples - rows);
            for (int o = 0; o < layer.outputs(); ) {
                int count = tilesFrom(o, columns, layer.outputs());
                int first = Math.min(o, layer.outputs() - columns);
                tile.run(
                        input,
                        start + s * layer.inputStride() * lanes,
                        layer.inputStride() * lanes,
                        lanes,
                        parameters,
                        start + layer.weights() * lanes + first * inputRow,
                        inputRow,
                        lanes,
                        layer.inputs(),
                        parameters,
                        start + (layer.biases() + first) * lanes,
                        output,
                        start + (s * layer.outputStride() + first) * lanes,
                        layer.outputStride() * lanes,
                        count);
                o += columns * count;
            }
        }
    }

    /**
     * How many tiles lie side by side from a place on: where what is left is narrower than a tile, one, which begins earlier and computes
     * some results a second time. So there is one shape of tiles to be compiled where there were four.
     */
    private static int tilesFrom(int place, int size, int end) {
        return Math.max(1, (end - place) / size);
    }

    @Override
    public void parameterGradient(
            Lanes width, Dense layer, int samples, double[] input, double[] delta, double[] gradient) {
        int start = width.first64();
        int inputRow = layer.inputs() * lanes;
        int rows = Math.min(tileRows, layer.outputs());
        int columns = Math.min(tileColumns, layer.inputs());
        TileCode64 tile = tile(parameterTiles, Pass.PARAMETERS, samples, rows, columns);
        for (int from = 0; from < layer.outputs(); from += rows) {
            int o = Math.min(from, layer.outputs() - rows);
            for (int i = 0; i < layer.inputs(); ) {
                int count = tilesFrom(i, columns, layer.inputs());
                int first = Math.min(i, layer.inputs() - columns);
                tile.run(
                        delta,
                        start + o * lanes,
                        lanes,
                        layer.outputStride() * lanes,
                        input,
                        start + first * lanes,
                        lanes,
                        layer.inputStride() * lanes,
                        samples,
                        gradient,
                        0,
                        gradient,
                        start + layer.weights() * lanes + o * inputRow + first * lanes,
                        inputRow,
                        count);
                i += columns * count;
            }
        }
        batch.sumColumns(
                delta,
                start,
                layer.outputs() * lanes,
                layer.outputStride() * lanes,
                samples,
                gradient,
                start + layer.biases() * lanes);
    }

    @Override
    public void inputGradient(
            Lanes width,
            Dense layer,
            int samples,
            double[] parameters,
            double[] delta,
            double[] slope,
            double[] inputDelta) {
        int start = width.first64();
        int rows = Math.min(tileRows, samples);
        int columns = Math.min(tileColumns, layer.inputs());
        TileCode64 tile = tile(inputTiles, Pass.INPUTS, layer.outputs(), rows, columns);
        for (int from = 0; from < samples; from += rows) {
            int s = Math.min(from, samples - rows);
            for (int i = 0; i < layer.inputs(); ) {
                int count = tilesFrom(i, columns, layer.inputs());
                int first = Math.min(i, layer.inputs() - columns);
                int place = start + (s * layer.inputStride() + first) * lanes;
                tile.run(
                        delta,
                        start + s * layer.outputStride() * lanes,
                        layer.outputStride() * lanes,
                        lanes,
                        parameters,
                        start + (layer.weights() + first) * lanes,
                        lanes,
                        layer.inputs() * lanes,
                        layer.outputs(),
                        slope,
                        place,
                        inputDelta,
                        place,
                        layer.inputStride() * lanes,
                        count);
                i += columns * count;
            }
        }
    }

    private TileCode64 tile(AtomicReferenceArray<TileCode64> tiles, Pass pass, int terms, int rows, int columns) {
        Terms kind = Terms.of(terms);
        int first = switch (kind) {
            case ONE -> 0;
            case FEW -> 1;
            case MANY -> 2;
        };
        int place = (first * tileRows + rows - 1) * tileColumns + columns - 1;
        TileCode64 tile = tiles.get(place);
        if (tile == null) {
            synchronized (tiles) {
                tile = tiles.get(place);
                if (tile == null) {
                    tile = (TileCode64) writer.tile(pass, kind, rows, columns);
                    WarmUp64.tile(tile, kind, rows, columns, lanes);
                    tiles.set(place, tile);
                }
            }
        }
        return tile;
    }

    @Override
    public void meanSquaredError(
            Lanes width, int samples, double[] prediction, double[] target, double[] delta, double[] loss) {
        batch.meanSquaredError(samples, prediction, target, delta, loss, width.first64());
    }

    @Override
    public void gather(Lanes width, double[] from, int[] order, int first, int count, int columns, double[] to) {
        batch.gather(from, order, first, count, columns * lanes, to, width.first64());
    }

    @Override
    public void testFinite(Lanes width, int rows, double[] values, boolean[] finite) {
        double[] zeroOrNaN = width.scratch64();
        batch.testFinite(values, width.first64(), width.first64() + rows * lanes, zeroOrNaN);
        for (int lane : width.active()) {
            finite[lane] = zeroOrNaN[lane] == 0;
        }
    }

    @Override
    public Optional<FusedPasses64> fuse(Compiled64 activation, int inputs) {
        return fused.computeIfAbsent(new FusedKey(activation.code(), inputs), key -> {
            if (key.activation() instanceof VectorElementwise formula && writer.canFuse(formula.split(), inputs)) {
                return Optional.of(new Passes(formula.split(), inputs));
            }
            return Optional.empty();
        });
    }

    /** Passes whose loops are written when they are first needed: few batches and layers are too small for the usual ones. */
    private final class Passes implements FusedPasses64 {
        private final SplitProgram activation;
        private final int inputs;
        private final AtomicReferenceArray<FusedCode64> codes = new AtomicReferenceArray<>(4);

        private Passes(SplitProgram activation, int inputs) {
            this.activation = activation;
            this.inputs = inputs;
        }

        private FusedCode64 code(int samples, int units) {
            int samplesAtOnce = samples < KernelWriter.SAMPLES_AT_ONCE ? 1 : KernelWriter.SAMPLES_AT_ONCE;
            int unitsAtOnce = units < KernelWriter.UNITS_AT_ONCE ? 1 : KernelWriter.UNITS_AT_ONCE;
            int place = (samplesAtOnce == 1 ? 0 : 1) + (unitsAtOnce == 1 ? 0 : 2);
            FusedCode64 code = codes.get(place);
            if (code == null) {
                synchronized (codes) {
                    code = codes.get(place);
                    if (code == null) {
                        code = (FusedCode64) writer.fused(activation, inputs, samplesAtOnce, unitsAtOnce);
                        WarmUp64.fused(code, activation, inputs, samplesAtOnce, unitsAtOnce, lanes);
                        codes.set(place, code);
                    }
                }
            }
            return code;
        }

        @Override
        public void backward(
                Lanes width,
                Dense hidden,
                Dense output,
                int samples,
                double[] parameters,
                double[] inputs,
                double[] targets,
                double[] hoisted,
                double[] gradient,
                double[] loss,
                double[] outputs) {
            int start = width.first64();
            code(samples, hidden.outputs())
                    .backward(
                            samples,
                            hidden.outputs() * lanes,
                            parameters,
                            start + hidden.weights() * lanes,
                            start + hidden.biases() * lanes,
                            start + output.weights() * lanes,
                            start + output.biases() * lanes,
                            inputs,
                            targets,
                            hoisted,
                            gradient,
                            loss,
                            outputs,
                            start,
                            width.scratch64());
        }
    }
}

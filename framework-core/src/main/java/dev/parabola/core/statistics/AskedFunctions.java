package dev.parabola.core.statistics;

import dev.parabola.api.Plugin;
import dev.parabola.core.data.AffineMap;
import dev.parabola.core.data.SampleDraw;
import dev.parabola.core.data.Samples;
import dev.parabola.core.data.TargetValues;
import dev.parabola.core.data.UndefinedTargetException;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.results.PredictionRow;
import dev.parabola.core.statistics.Circumstances.Sizes;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.DataSettings.Scaling;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.Study;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What causes ask a study's functions, since no table says it: how large the training data are, and what a target does between two points. */
final class AskedFunctions {
    private static final int MOST_KEPT = 64;

    /** Numbers of that size are not worth a word. */
    private static final double USUAL = 10;

    /** A network sees little difference between inputs that spread over less of their size. */
    private static final double NARROW = 0.1;

    private final Study study;
    private final Map<Data, Optional<Sizes>> sizes = Latest.of(MOST_KEPT);

    /** What cells share whose networks learn from the same points. */
    private record Data(Plugin target, DataSettings settings) {}

    AskedFunctions(Study study) {
        this.study = study;
    }

    /** How large the training data of a cell's first replica are; empty where the target does not answer. */
    Optional<Sizes> sizes(Cell cell) {
        return sizes.computeIfAbsent(new Data(cell.target().function(), cell.data()), key -> sizes(study.seed(), cell));
    }

    /** Where the error inside sits, given what a cell's networks predicted. */
    Optional<ErrorPlace> place(Cell cell, List<PredictionRow> predicted) {
        if (cell.target().inputs() != 1) {
            return Optional.empty();
        }
        try {
            TargetValues target = TargetValues.of(cell.target());
            return ErrorPlace.of(predicted, x -> target.at(new double[] {x}, 1)[0]);
        } catch (PluginFault e) {
            // Its trials have failed, and say why.
            return Optional.empty();
        }
    }

    private static Optional<Sizes> sizes(long seed, Cell cell) {
        Samples samples;
        try {
            samples = SampleDraw.draw(seed, 0, cell.data(), TargetValues.of(cell.target()));
        } catch (PluginFault | UndefinedTargetException e) {
            // Its trials have failed, and say why.
            return Optional.empty();
        }
        AffineMap map = AffineMap.fit(cell.data().outputScaling(), samples.outputs(), 0, 1);
        double seen = 0;
        for (double output : samples.outputs()) {
            seen = Math.max(seen, Math.abs(map.apply(output)));
        }
        double inputs = largest(samples.inputs());
        double outputs = largest(samples.outputs());
        double widest =
                cell.data().range().stream().mapToDouble(Interval::width).max().orElse(0);
        return Optional.of(new Sizes(
                inputs,
                outputs,
                samples.outputDeviation(),
                map.scale(),
                seen,
                cell.data().inputScaling() == Scaling.NONE && isUnusual(inputs, widest),
                cell.data().outputScaling() == Scaling.NONE && isUnusual(outputs, samples.outputDeviation())));
    }

    private static boolean isUnusual(double largest, double spread) {
        return largest > USUAL || (largest < 1 / USUAL && spread > 0) || (largest > 1 && spread < NARROW * largest);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}

package dev.parabola.core.statistics;

import dev.parabola.core.data.AffineMap;
import dev.parabola.core.data.SampleDraw;
import dev.parabola.core.data.Samples;
import dev.parabola.core.data.TargetValues;
import dev.parabola.core.data.UndefinedTargetException;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.DataSettings.Scaling;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.TrainingSettings;
import dev.parabola.core.study.TrainingSettings.Precision;
import java.util.Optional;

/**
 * What a cell's networks were given to learn from, as far as causes ask for it.
 *
 * @param noise the standard deviation of the noise on the training outputs
 * @param learningRate the base learning rate
 * @param steps the number of steps
 * @param precision in which was trained
 * @param insideIsWider whether the region inside reaches beyond the training data
 * @param beyond whether anything was examined beyond the training data
 * @param sizes how large the training data are; empty where the target does not answer there
 */
record Circumstances(
        double noise,
        double learningRate,
        long steps,
        Precision precision,
        boolean insideIsWider,
        boolean beyond,
        Optional<Sizes> sizes) {
    /** Numbers of that size are not worth a word. */
    private static final double USUAL = 10;

    /** A network sees little difference between inputs that spread over less of their size. */
    private static final double NARROW = 0.1;

    /**
     * How large training data are.
     *
     * @param inputs the largest magnitude of an input
     * @param outputs the largest magnitude of an output
     * @param outputDeviation the standard deviation of the outputs, noise included
     * @param scale by which outputs are divided for the network
     * @param seen the largest magnitude of an output as the network is to learn it
     * @param inputsTold whether inputs are left as they are, and far from the size that networks are made for
     * @param outputsTold the same of outputs
     */
    record Sizes(
            double inputs,
            double outputs,
            double outputDeviation,
            double scale,
            double seen,
            boolean inputsTold,
            boolean outputsTold) {}

    /** The circumstances of a cell. */
    static Circumstances of(Cell cell, Optional<Sizes> sizes) {
        DataSettings data = cell.data();
        TrainingSettings training = cell.training();
        return new Circumstances(
                data.noise(),
                training.learningRate(),
                training.totalSteps(data.samples()),
                training.precision(),
                cell.insideReachesBeyondData(),
                cell.regions().stream().anyMatch(cell::reachesBeyondData),
                sizes);
    }

    /**
     * How large the training data of a cell's first replica are.
     *
     * @param seed the study's seed
     * @param cell the cell
     * @return the sizes; empty where the target does not answer
     */
    static Optional<Sizes> sizes(long seed, Cell cell) {
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
        return largest > USUAL || largest < 1 / USUAL && spread > 0 || largest > 1 && spread < NARROW * largest;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** The variance of the noise in the units of the loss. */
    double noiseLoss() {
        double scaled = sizes.map(size -> noise / size.scale()).orElse(noise);
        return scaled * scaled;
    }

    /** Whether the square of an output is beyond the largest number of the precision. */
    boolean overflows() {
        double largest = switch (precision) {
            case FLOAT64 -> Double.MAX_VALUE;
            case FLOAT32 -> Float.MAX_VALUE;
        };
        return sizes.filter(size -> !(size.seen() <= Math.sqrt(largest))).isPresent();
    }
}

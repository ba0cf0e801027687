package dev.parabola.core.statistics;

import dev.parabola.core.study.Cell;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.TrainingSettings;
import dev.parabola.core.study.TrainingSettings.Precision;
import java.util.Optional;

/**
 * What a cell's networks were given to learn from, as far as causes ask for it.
 *
 * @param samples the number of training points
 * @param noise the standard deviation of the noise on the training outputs
 * @param learningRate the base learning rate
 * @param steps the number of steps
 * @param precision in which was trained
 * @param insideIsWider whether the region inside reaches beyond the training data
 * @param beyond whether anything was examined beyond the training data
 * @param sizes how large the training data are; empty where the target does not answer there
 */
record Circumstances(
        int samples,
        double noise,
        double learningRate,
        long steps,
        Precision precision,
        boolean insideIsWider,
        boolean beyond,
        Optional<Sizes> sizes) {
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
                data.samples(),
                data.noise(),
                training.learningRate(),
                training.totalSteps(data.samples()),
                training.precision(),
                cell.insideReachesBeyondData(),
                cell.regions().stream().anyMatch(cell::reachesBeyondData),
                sizes);
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

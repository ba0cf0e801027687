package dev.parabola.core.training;

import dev.parabola.core.data.AffineMap;
import dev.parabola.core.data.Samples;

/** What a trial's training loss says of it from checkpoint to checkpoint, with tolerances that do not depend on the precision. */
final class LossCourse {
    private static final double HARDLY_ANYTHING = 1e-6;

    /** The training error of a network that has exploded, in standard deviations of the training outputs. */
    private static final double FAR_OFF = 10;

    /** Outputs that differ by less, relative to the largest, differ by rounding. */
    private static final double ROUNDING = 1e-12;

    /** Outputs that spread more, as the network is to learn them, hide in the loss whatever a network of usual size does. */
    private static final double BLINDING = 1000;

    private final double spread;
    private final double size;
    private boolean begun;
    private double first;
    private double last;
    private boolean changed;

    /**
     * The course of a trial.
     *
     * @param samples its training points
     * @param map how their outputs are scaled for the network
     */
    LossCourse(Samples samples, AffineMap map) {
        double largest = 0;
        double farthest = 0;
        for (double output : samples.outputs()) {
            largest = Math.max(largest, Math.abs(output));
            farthest = Math.max(farthest, Math.abs(map.apply(output)));
        }
        double standardDeviation = samples.outputDeviation();
        spread = standardDeviation > ROUNDING * largest ? standardDeviation / map.scale() : 0;
        size = spread > 0 ? spread : farthest;
    }

    /** Takes the training loss at a checkpoint. */
    void add(double loss) {
        if (!begun) {
            begun = true;
            first = loss;
        }
        changed |= !(Math.abs(loss - first) <= HARDLY_ANYTHING * first);
        last = loss;
    }

    /** Whether the loss ended above the first, and its root above ten standard deviations of the training outputs; where these are all the same, above ten times their size. */
    boolean exploded() {
        return last > first && Math.sqrt(last) > FAR_OFF * size;
    }

    /**
     * Whether no loss differed from the first by more than a millionth. Not told where the first is 0, which leaves nothing to train, and
     * where the outputs are so large that the loss cannot show a change.
     */
    boolean untouched() {
        return !changed && first > 0 && spread <= BLINDING;
    }

    /**
     * Whether answers spread over less than a millionth of the standard deviation of the training outputs, or of 1, the usual size of a
     * network's answers, where that is less; never where the outputs are all the same.
     *
     * @param answers those of all lanes to the training points, as the network gives them, ordered [sample][lane]
     */
    boolean isConstant(double[] answers, int lane, int lanes) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = lane; i < answers.length; i += lanes) {
            low = Math.min(low, answers[i]);
            high = Math.max(high, answers[i]);
        }
        return high - low < HARDLY_ANYTHING * Math.min(spread, 1);
    }
}

package dev.parabola.core.study;

import dev.parabola.core.problem.Position;
import java.util.List;

/**
 * How training data is made.
 *
 * @param samples the number of training points of a replica, at least 1
 * @param range the interval of each input
 * @param sampling how points are placed
 * @param noise the standard deviation of Gaussian noise on the training outputs, not negative
 * @param inputScaling what is done to the inputs before a network sees them
 * @param outputScaling what is done to the outputs before a network sees them
 * @param rangePosition where the manifest gives the range; the manifest as a whole where it does not
 */
public record DataSettings(
        int samples,
        List<Interval> range,
        Sampling sampling,
        double noise,
        Scaling inputScaling,
        Scaling outputScaling,
        Position rangePosition) {
    /** Copies the range. */
    public DataSettings {
        range = List.copyOf(range);
    }

    /** How training points are placed. */
    public enum Sampling {
        /** Independently, equally likely everywhere. */
        UNIFORM,
        /** Independently, normal about the centre with a quarter of the width as standard deviation; outside, redrawn. */
        NORMAL,
        /** Evenly spaced from end to end in every input. */
        GRID
    }

    /** An affine map of a column, fitted on the training data. */
    public enum Scaling {
        /** As it is. */
        NONE,
        /** To mean 0 and standard deviation (dividing by N) 1; a constant column is centred only. */
        STANDARD,
        /** To [0, 1]; a constant column is shifted to 0 only. */
        MIN_MAX
    }
}

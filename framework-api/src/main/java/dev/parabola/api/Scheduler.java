package dev.parabola.api;

import java.util.OptionalDouble;

/**
 * The learning rate of each step, and optionally its momentum. It must be deterministic: it may use {@link
 * dev.parabola.api.math.Elementary} but not the elementary functions of {@link Math}, whose bits differ between Java versions.
 * The engine may ask for steps in any order and for the same step more than once.
 */
public interface Scheduler extends Plugin {
    /**
     * The learning rate that a step uses.
     *
     * @param baseRate the study's {@code learning-rate}, positive
     * @param progress the step, from 0
     * @return the rate, finite and not negative
     */
    double rate(double baseRate, Progress progress);

    /**
     * The momentum that a step uses in place of the optimizer's own.
     *
     * @param progress the step, from 0
     * @return the momentum, in [0, 1), or empty to leave the optimizer's own
     */
    default OptionalDouble momentum(Progress progress) {
        return OptionalDouble.empty();
    }
}

package dev.parabola.plugins.optimizers.schedulers;

import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Progress;
import dev.parabola.api.Range;
import dev.parabola.api.Scheduler;
import dev.parabola.api.Summary;
import dev.parabola.api.math.Elementary;

/**
 * The rate is multiplied by γ after every epoch: η = η₀·γ^epoch, epochs from 0.
 *
 * <p>PyTorch's {@code ExponentialLR} counts calls of its {@code step()}; Keras' {@code ExponentialDecay} counts steps
 * and decays within an epoch.
 *
 * @param gamma the factor γ, from 0 to 1
 */
@Name("exponential")
@Summary("the rate times gamma after every epoch")
public record ExponentialDecay(
        @Doc("factor of each epoch") @Range(min = 0, max = 1)
        double gamma) implements Scheduler {
    /** Five per cent less after every epoch. */
    public ExponentialDecay() {
        this(0.95);
    }

    @Override
    public double rate(double baseRate, Progress progress) {
        return baseRate * Elementary.pow(gamma, (double) progress.epoch());
    }
}

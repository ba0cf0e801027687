package dev.parabola.plugins.optimizers.schedulers;

import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Progress;
import dev.parabola.api.Range;
import dev.parabola.api.Scheduler;
import dev.parabola.api.Summary;
import dev.parabola.api.math.Elementary;

/**
 * The rate is multiplied by γ after every {@code stepSize} epochs: η = η₀·γ^⌊epoch/stepSize⌋, epochs from 0.
 *
 * <p>PyTorch's {@code StepLR} counts calls of its {@code step()}, which are epochs only if the user calls it once in
 * each.
 *
 * @param stepSize the epochs between two changes, at least 1
 * @param gamma the factor γ, from 0 to 1
 */
@Name("step")
@Summary("the rate times gamma after every step-size epochs")
public record StepDecay(
        @Doc("epochs between two changes") @Range(min = 1) int stepSize,

        @Doc("factor of each change") @Range(min = 0, max = 1)
        double gamma)
        implements Scheduler {
    /** A tenth after every 30 epochs. */
    public StepDecay() {
        this(30, 0.1);
    }

    @Override
    public double rate(double baseRate, Progress progress) {
        long changes = progress.epoch() / stepSize;
        return baseRate * Elementary.pow(gamma, (double) changes);
    }
}

package dev.parabola.plugins.optimizers.schedulers;

import dev.parabola.api.Name;
import dev.parabola.api.Progress;
import dev.parabola.api.Scheduler;
import dev.parabola.api.Summary;

/** The same rate at every step. */
@Name("constant")
@Summary("the same rate at every step")
public record Constant() implements Scheduler {
    @Override
    public double rate(double baseRate, Progress progress) {
        return baseRate;
    }
}

package dev.parabola.plugins.optimizers.schedulers;

import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Progress;
import dev.parabola.api.Range;
import dev.parabola.api.Scheduler;
import dev.parabola.api.Summary;

/**
 * Half a cosine over the whole training, at every step: η = η₁ + (η₀ − η₁)·(1 + cos(π·i/n))/2 for step i of n, from 0.
 * The first step uses the base rate η₀; the final rate η₁ is what step n would use.
 *
 * <p>This is PyTorch's {@code CosineAnnealingLR} with {@code T_max} = n and called at every step; optax's {@code alpha}
 * is η₁/η₀. There are no warm restarts.
 *
 * @param finalRate the rate η₁, not negative, in the units of the learning rate
 * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter 2017, SGDR: stochastic gradient descent
 *     with warm restarts, equation 5</a>
 */
@Name("cosine")
@Summary("half a cosine from the base rate down to the final one")
public record CosineAnnealing(
        @Doc("rate after the last step") @Range(min = 0) double finalRate) implements Scheduler {
    /** Down to 0. */
    public CosineAnnealing() {
        this(0);
    }

    @Override
    public double rate(double baseRate, Progress progress) {
        return Cosine.between(baseRate, finalRate, progress.fraction());
    }
}

package dev.parabola.plugins.optimizers.schedulers;

import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Progress;
import dev.parabola.api.Range;
import dev.parabola.api.Scheduler;
import dev.parabola.api.Summary;
import java.util.OptionalDouble;

/**
 * fastai's one-cycle policy, at every step. The base rate η is the largest one. With p = i/n for step i of n, from 0,
 * and cos(a, b, t) = a + (1 + cos(π·(1 − t)))·(b − a)/2:
 *
 * <pre>
 * p &lt; pctStart:  rate = cos(η/div, η, p/pctStart)
 *                momentum = cos(momentumMax, momentumMin, p/pctStart)
 * otherwise:     u = (p − pctStart)/(1 − pctStart)
 *                rate = cos(η, η/divFinal, u)
 *                momentum = cos(momentumMin, momentumMax, u)
 * </pre>
 *
 * <p>The momentum replaces the optimizer's own: Adam's β₁, SGD's and RMSprop's momentum unless it is 0.
 *
 * <p>Frameworks differ: PyTorch's {@code OneCycleLR} warms up for 0.3 of the steps, ends at η/(div·10⁴) and reaches the
 * ends of its curves at the last step of each part, not one later; optax's has other defaults again. fastai computes p
 * in float32, this in float64.
 *
 * @param pctStart the share of the training in which the rate rises, from 0 to 1
 * @param div how many times smaller than the base rate the first rate is, at least 1
 * @param divFinal how many times smaller than the base rate the rate after the last step is, at least 1
 * @param momentumMax the momentum at both ends, in [0, 1)
 * @param momentumMin the momentum where the rate is largest, in [0, 1), at most {@code momentumMax}
 * @see <a href="https://arxiv.org/abs/1708.07120">Smith and Topin 2018, Super-convergence</a>
 * @see <a href="https://docs.fast.ai/callback.schedule.html">fastai, callback/schedule.py: fit_one_cycle</a>
 */
@Name("one-cycle")
@Summary("fastai's one cycle: the rate up and down, the momentum down and up")
public record OneCycle(
        @Doc("share of the training in which the rate rises") @Range(min = 0, max = 1)
        double pctStart,

        @Doc("base rate over first rate") @Range(min = 1) double div,
        @Doc("base rate over last rate") @Range(min = 1) double divFinal,

        @Doc("momentum at both ends") @Range(min = 0, max = 1, exclusiveMax = true)
        double momentumMax,

        @Doc("momentum where the rate is largest") @Range(min = 0, max = 1, exclusiveMax = true)
        double momentumMin)
        implements Scheduler {
    /**
     * Refuses momenta that are the wrong way round.
     *
     * @throws IllegalArgumentException if {@code momentumMin} is greater than {@code momentumMax}
     */
    public OneCycle {
        if (momentumMin > momentumMax) {
            throw new IllegalArgumentException("momentum-min must be at most momentum-max");
        }
    }

    /** fastai's values. */
    public OneCycle() {
        this(0.25, 25, 1e5, 0.95, 0.85);
    }

    @Override
    public double rate(double baseRate, Progress progress) {
        return along(baseRate / div, baseRate, baseRate / divFinal, progress);
    }

    @Override
    public OptionalDouble momentum(Progress progress) {
        return OptionalDouble.of(along(momentumMax, momentumMin, momentumMax, progress));
    }

    private double along(double start, double peak, double end, Progress progress) {
        double done = progress.fraction();
        return done < pctStart
                ? Cosine.between(start, peak, done / pctStart)
                : Cosine.between(peak, end, (done - pctStart) / (1 - pctStart));
    }
}

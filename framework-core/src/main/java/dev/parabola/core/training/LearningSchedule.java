package dev.parabola.core.training;

import dev.parabola.api.Optimizer;
import dev.parabola.api.Progress;
import dev.parabola.api.Scheduler;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.text.Numbers;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The learning rate and momentum of every step of a training. All trials of a cell share it, so a schedule of usual length is
 * computed once. Safe to use from several threads.
 */
final class LearningSchedule {
    private static final int LONGEST_TABLE = 1 << 16;

    private final Scheduler scheduler;
    private final OptionalDouble ownMomentum;
    private final double baseRate;
    private final long totalSteps;
    private final int stepsPerEpoch;
    private final boolean hasMomentum;
    private final double[] rates;
    private final double[] momenta;

    LearningSchedule(Scheduler scheduler, Optimizer optimizer, double baseRate, long totalSteps, int stepsPerEpoch) {
        this.scheduler = scheduler;
        this.ownMomentum = PluginFault.guard(optimizer, optimizer::ownMomentum);
        this.baseRate = baseRate;
        this.totalSteps = totalSteps;
        this.stepsPerEpoch = stepsPerEpoch;
        this.hasMomentum = ownMomentum.isPresent()
                || PluginFault.guard(scheduler, () -> scheduler.momentum(progress(0)))
                        .isPresent();
        int length = totalSteps <= LONGEST_TABLE ? (int) totalSteps : 0;
        double[] rateTable = new double[length];
        double[] momentumTable = new double[length];
        PluginFault.guard(scheduler, () -> {
            for (int step = 0; step < length; step++) {
                Progress progress = progress(step);
                rateTable[step] = valid(scheduler.rate(baseRate, progress), step);
                momentumTable[step] = momentum(scheduler.momentum(progress), step);
            }
            return rateTable;
        });
        rates = rateTable;
        momenta = momentumTable;
    }

    /** The study's learning rate. */
    double baseRate() {
        return baseRate;
    }

    /** The learning rate that a step (from 0) uses. */
    double rate(long step) {
        return step < rates.length ? rates[(int) step] : askRate(step);
    }

    /** The momentum that a step (from 0) uses; 0 where there is none. */
    double momentum(long step) {
        return step < momenta.length ? momenta[(int) step] : askMomentum(step);
    }

    /** Whether the optimizer or the scheduler speaks of momentum at all. */
    boolean hasMomentum() {
        return hasMomentum;
    }

    private double askRate(long step) {
        return valid(PluginFault.guard(scheduler, () -> scheduler.rate(baseRate, progress(step))), step);
    }

    private double valid(double rate, long step) {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new PluginFault(
                    scheduler,
                    "gave the learning rate " + Numbers.text(rate) + " at step " + step
                            + "; a rate is finite and not negative",
                    null);
        }
        return rate;
    }

    private double askMomentum(long step) {
        return momentum(PluginFault.guard(scheduler, () -> scheduler.momentum(progress(step))), step);
    }

    private double momentum(@Nullable OptionalDouble given, long step) {
        if (given == null) {
            throw new PluginFault(scheduler, "returned null", null);
        }
        if (given.isEmpty()) {
            return ownMomentum.orElse(0);
        }
        double momentum = given.getAsDouble();
        if (!(momentum >= 0 && momentum < 1)) {
            throw new PluginFault(
                    scheduler,
                    "gave the momentum " + Numbers.text(momentum) + " at step " + step + "; a momentum is in [0, 1)",
                    null);
        }
        return momentum;
    }

    private Progress progress(long step) {
        return new Progress(step, totalSteps, stepsPerEpoch);
    }
}

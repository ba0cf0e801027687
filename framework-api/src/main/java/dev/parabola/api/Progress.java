package dev.parabola.api;

/**
 * How far a training has come, as a {@link Scheduler} sees it.
 *
 * @param step the step about to be made, from 0
 * @param totalSteps the number of steps of the whole training, at least 1
 * @param stepsPerEpoch the number of steps in which every training point is used once, at least 1
 */
public record Progress(long step, long totalSteps, int stepsPerEpoch) {
    /**
     * The epoch that the step belongs to, from 0.
     *
     * @return the number of finished epochs
     */
    public long epoch() {
        return step / stepsPerEpoch;
    }

    /**
     * The share of the training that is done before this step.
     *
     * @return from 0 (inclusive) to 1 (exclusive)
     */
    public double fraction() {
        return (double) step / totalSteps;
    }
}

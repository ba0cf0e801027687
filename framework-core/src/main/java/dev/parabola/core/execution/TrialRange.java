package dev.parabola.core.execution;

/**
 * Consecutive trials.
 *
 * @param first the first trial's number, from 0
 * @param last the last trial's number, not less than the first
 */
public record TrialRange(long first, long last) {
    /**
     * The number of trials.
     *
     * @return at least 1
     */
    public long count() {
        return last - first + 1;
    }
}

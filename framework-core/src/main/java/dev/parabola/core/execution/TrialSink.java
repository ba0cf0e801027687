package dev.parabola.core.execution;

import dev.parabola.core.data.Region;
import dev.parabola.core.training.TrialResult;
import java.util.List;
import java.util.Optional;

/** Takes results in plan order, from one thread. */
public interface TrialSink {
    /**
     * Takes a trial's result.
     *
     * @param result what it came to
     * @param regions the regions of the trial's cell, in the order of the study's; none if the cell could not be planned
     * @param timing how long it took
     */
    void accept(TrialResult result, List<Optional<Region>> regions, Timing timing);

    /**
     * How long a trial took, and where.
     *
     * @param seconds its share of its cohort's wall time
     * @param thread the worker's name
     * @param kernel the kernel's name
     */
    record Timing(double seconds, String thread, String kernel) {}
}

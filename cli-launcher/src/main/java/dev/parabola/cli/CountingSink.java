package dev.parabola.cli;

import dev.parabola.core.data.Region;
import dev.parabola.core.execution.TrialSink;
import dev.parabola.core.training.TrialResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what passes, and tells of it. */
final class CountingSink implements TrialSink {
    private final TrialSink next;
    private final Progress progress;
    private final Map<TrialResult.Status, Long> counts = new EnumMap<>(TrialResult.Status.class);

    CountingSink(TrialSink next, Progress progress) {
        this.next = next;
        this.progress = progress;
    }

    @Override
    public void accept(TrialResult result, List<Optional<Region>> regions, Timing timing) {
        next.accept(result, regions, timing);
        counts.merge(result.status(), 1L, Long::sum);
        progress.step(count(TrialResult.Status.FAILED));
    }

    long count(TrialResult.Status status) {
        return counts.getOrDefault(status, 0L);
    }
}

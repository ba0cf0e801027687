package dev.parabola.core.statistics;

import dev.parabola.core.results.HistoryReader;
import dev.parabola.core.results.HistoryRow;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.study.Study;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the learning curves of a cell's trials tell. */
final class LearningCurves implements AutoCloseable {
    private final HistoryReader reader;

    LearningCurves(Path folder, Study study) {
        reader = new HistoryReader(folder, study);
    }

    /**
     * A trial's curve.
     *
     * @param steps the step of the last checkpoint
     * @param lastRate the learning rate there
     * @param firstLoss the training loss before the first step
     * @param lastLoss that of the last checkpoint
     * @param halfError the error inside at the last checkpoint in the first half of the steps
     * @param lastError that of the last checkpoint
     * @param bestError the smallest of all checkpoints
     * @param bestStep the first step at which it was that
     */
    record Curve(
            long steps,
            double lastRate,
            double firstLoss,
            double lastLoss,
            double halfError,
            double lastError,
            double bestError,
            long bestStep) {}

    /** The curves of a cell by the numbers of its trials, cells asked for in ascending order; none of a trial without checkpoints. */
    Map<Long, Curve> of(List<TrialRow> trials) {
        Map<Long, Curve> curves = new LinkedHashMap<>();
        for (TrialRow trial : trials) {
            List<HistoryRow> rows = reader.trial(trial.trial());
            if (!rows.isEmpty()) {
                curves.put(trial.trial(), curve(rows));
            }
        }
        return curves;
    }

    private static Curve curve(List<HistoryRow> rows) {
        HistoryRow first = rows.get(0);
        HistoryRow last = rows.get(rows.size() - 1);
        HistoryRow half = first;
        HistoryRow best = first;
        for (HistoryRow row : rows) {
            if (row.step() <= last.step() / 2) {
                half = row;
            }
            // A NaN is not smaller than anything.
            if (row.insideError() < best.insideError()) {
                best = row;
            }
        }
        return new Curve(
                last.step(),
                last.learningRate(),
                first.trainLoss(),
                last.trainLoss(),
                half.insideError(),
                last.insideError(),
                best.insideError(),
                best.step());
    }

    @Override
    public void close() {
        reader.close();
    }
}

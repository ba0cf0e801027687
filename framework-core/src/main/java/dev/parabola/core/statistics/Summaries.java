package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.SummaryWriter;
import dev.parabola.core.study.Study;
import java.util.function.Consumer;

/** Summarises a run cell by cell, from its files alone. */
public final class Summaries {
    /** With fewer replicas every verdict stays open. */
    public static final int FEWEST_REPLICAS = Majority.FEWEST_REPLICAS;

    private Summaries() {}

    /**
     * Reads {@code trials.csv} and writes {@code summary.csv}, with which the run is finished. Memory holds one cell's rows.
     *
     * @param folder the run folder, every trial of the study written to it and its writer closed
     * @param listener takes each cell's summary after it was written
     * @throws dev.parabola.core.results.StorageException if a table cannot be read or written, or does not have every trial
     */
    public static void write(RunFolder folder, Consumer<CellSummary> listener) {
        Study study = folder.study();
        Tuning tuning = Tuning.of(folder);
        Comparisons.write(folder, tuning::isChosen);
        try (CellRows rows = new CellRows(folder);
                CellJudge judge = new CellJudge(folder.path(), study, tuning);
                SummaryWriter writer = new SummaryWriter(folder)) {
            for (long cell = 0; cell < study.cells(); cell++) {
                CellSummary summary = judge.judge(new CellTrials(rows.next()));
                writer.add(summary);
                listener.accept(summary);
            }
            rows.requireEnd();
            writer.finish();
        }
    }
}

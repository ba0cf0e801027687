package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.RunReader;
import dev.parabola.core.results.StorageException;
import dev.parabola.core.results.SummaryWriter;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.study.Study;
import java.util.ArrayList;
import java.util.List;
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
     * @throws StorageException if a table cannot be read or written, or does not have every trial
     */
    public static void write(RunFolder folder, Consumer<CellSummary> listener) {
        Study study = folder.study();
        Tuning tuning = Tuning.of(folder.path(), study);
        try (RunReader reader = RunReader.trials(folder.path(), study);
                CellJudge judge = new CellJudge(folder.path(), study, tuning);
                SummaryWriter writer = new SummaryWriter(folder)) {
            for (long cell = 0; cell < study.cells(); cell++) {
                CellSummary summary = judge.judge(new CellTrials(read(reader, cell, folder)));
                writer.add(summary);
                listener.accept(summary);
            }
            if (reader.hasNext()) {
                throw damaged(folder, "more than " + study.trials() + " trials");
            }
            writer.finish();
        }
    }

    private static List<TrialRow> read(RunReader reader, long cell, RunFolder folder) {
        int replicas = folder.study().replicas();
        List<TrialRow> rows = new ArrayList<>(replicas);
        for (int replica = 0; replica < replicas; replica++) {
            long trial = cell * replicas + replica;
            if (!reader.hasNext()) {
                throw damaged(folder, "it ends before trial " + trial);
            }
            TrialRow row = reader.next();
            if (row.trial() != trial) {
                throw damaged(folder, "trial " + trial + " is missing");
            }
            rows.add(row);
        }
        return rows;
    }

    private static StorageException damaged(RunFolder folder, String what) {
        return StorageException.damaged(RunFile.TRIALS.in(folder.path()), what);
    }
}

package dev.parabola.core.statistics;

import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.RunReader;
import dev.parabola.core.results.StorageException;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code trials.csv} cell by cell; the table must hold every trial of the study. */
final class CellRows implements AutoCloseable {
    private final Path table;
    private final Study study;
    private final RunReader reader;
    private long trial;

    CellRows(RunFolder folder) {
        table = RunFile.TRIALS.in(folder.path());
        study = folder.study();
        reader = RunReader.trials(folder.path(), study);
    }

    /** The next cell's trials by replica. */
    List<TrialRow> next() {
        List<TrialRow> rows = new ArrayList<>(study.replicas());
        for (int replica = 0; replica < study.replicas(); replica++) {
            rows.add(nextTrial());
        }
        return rows;
    }

    void requireEnd() {
        if (reader.hasNext()) {
            throw damaged("more than " + study.trials() + " trials");
        }
    }

    @Override
    public void close() {
        reader.close();
    }

    private TrialRow nextTrial() {
        if (!reader.hasNext()) {
            throw damaged("it ends before trial " + trial);
        }
        TrialRow row = reader.next();
        if (row.trial() != trial) {
            throw damaged("trial " + trial + " is missing");
        }
        trial++;
        return row;
    }

    private StorageException damaged(String what) {
        return StorageException.damaged(table, what);
    }
}

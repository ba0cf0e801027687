package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Reads {@code trials.csv} row by row, in plan order. */
public final class RunReader implements Iterator<TrialRow>, AutoCloseable {
    private final Study study;
    private final CsvTable table;
    private long lastTrial = -1;

    private RunReader(Study study, CsvTable table) {
        this.study = study;
        this.table = table;
    }

    /**
     * Opens the table of trials.
     *
     * @param folder the run folder
     * @param study the study whose run it is
     * @return the reader, before the first trial
     * @throws StorageException if the table cannot be read or does not have the study's columns
     */
    public static RunReader trials(Path folder, Study study) {
        return new RunReader(study, new CsvTable(RunFile.TRIALS.in(folder), Columns.trials(study)));
    }

    /**
     * Whether there is another trial.
     *
     * @return false at the end of the table
     * @throws StorageException if the table cannot be read or is damaged
     */
    @Override
    public boolean hasNext() {
        return table.hasNext();
    }

    /**
     * The next trial.
     *
     * @return a row
     * @throws StorageException if the table cannot be read or is damaged
     */
    @Override
    public TrialRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the table has no more trials");
        }
        TrialRow row;
        try {
            row = new TrialFields(table.next(), study).row();
        } catch (IllegalArgumentException e) {
            throw table.damaged(String.valueOf(e.getMessage()));
        }
        if (row.trial() <= lastTrial) {
            throw table.damaged("trial " + row.trial() + " after trial " + lastTrial);
        }
        lastTrial = row.trial();
        return row;
    }

    @Override
    public void close() {
        table.close();
    }
}

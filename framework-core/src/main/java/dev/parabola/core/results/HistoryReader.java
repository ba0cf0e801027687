package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code history.csv}, trial after trial. */
public final class HistoryReader implements AutoCloseable {
    private final RowGroups<HistoryRow> rows;

    /**
     * Opens the table.
     *
     * @param folder the run folder
     * @param study the study whose run it is
     * @throws StorageException if the table cannot be read or does not have the study's columns
     */
    public HistoryReader(Path folder, Study study) {
        List<String> columns = Columns.history(study);
        int inside = study.regionNames().indexOf(Study.INSIDE);
        rows = new RowGroups<>(
                new CsvTable(RunFile.HISTORY.in(folder), columns),
                row -> new Fields(row, columns.size()).row(inside),
                HistoryRow::trial);
    }

    /**
     * The rows of a trial.
     *
     * @param trial a greater number than at the call before
     * @return the rows by step; none if the table has none of this trial
     * @throws StorageException if the table cannot be read or is damaged
     */
    public List<HistoryRow> trial(long trial) {
        return rows.of(trial);
    }

    @Override
    public void close() {
        rows.close();
    }

    private static final class Fields extends RowFields {
        Fields(CsvRecords row, int columns) {
            super(row, columns);
        }

        HistoryRow row(int inside) {
            long trial = count();
            long step = count();
            skip(step, 1);
            double rate = number();
            skip(step, 1);
            double loss = number();
            skip(step, inside);
            return new HistoryRow(trial, step, rate, loss, isEmpty() ? Double.NaN : number());
        }
    }
}

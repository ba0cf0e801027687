package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code predictions.csv} of a study whose targets have one input, cell after cell. */
public final class PredictionReader implements AutoCloseable {
    private final RowGroups<PredictionRow> rows;

    /**
     * Opens the table.
     *
     * @param folder the run folder
     * @param study the study whose run it is; its targets have one input
     * @throws StorageException if the table cannot be read or does not have the study's columns
     */
    public PredictionReader(Path folder, Study study) {
        this(folder, Columns.predictions(study));
        if (study.maxInputs() != 1) {
            close();
            throw new IllegalArgumentException("the study has targets of " + study.maxInputs() + " inputs");
        }
    }

    private PredictionReader(Path folder, List<String> columns) {
        rows = new RowGroups<>(
                new CsvTable(RunFile.PREDICTIONS.in(folder), columns),
                row -> new Fields(row, columns.size()).row(),
                PredictionRow::cell);
    }

    /**
     * Opens the table of a run whose study is not planned.
     *
     * @param folder the run folder
     * @return the reader; empty if the study has targets of several inputs
     * @throws StorageException if the table cannot be read or has no header
     */
    public static Optional<PredictionReader> open(Path folder) {
        try (RunTable table = RunTable.open(folder, RunFile.PREDICTIONS.fileName())
                .orElseThrow(() -> StorageException.damaged(RunFile.PREDICTIONS.in(folder), "it is missing"))) {
            if (table.column(Columns.ONE_INPUT) == RunTable.ABSENT) {
                return Optional.empty();
            }
        }
        return Optional.of(new PredictionReader(folder, Columns.predictions(1)));
    }

    /**
     * The rows of a cell.
     *
     * @param cell a greater number than at the call before
     * @return the rows region by region; none if the table has none of this cell
     * @throws StorageException if the table cannot be read or is damaged
     */
    public List<PredictionRow> cell(long cell) {
        return rows.of(cell);
    }

    @Override
    public void close() {
        rows.close();
    }

    private static final class Fields extends RowFields {
        Fields(CsvRecords row, int columns) {
            super(row, columns);
        }

        PredictionRow row() {
            long cell = count();
            String region = next();
            double x = number();
            double target = number();
            skip(cell, 1);
            return new PredictionRow(
                    cell, region, x, target, isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number()));
        }
    }
}

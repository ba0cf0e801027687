package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVRecord;

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
        if (study.maxInputs() != 1) {
            throw new IllegalArgumentException("the study has targets of " + study.maxInputs() + " inputs");
        }
        List<String> columns = Columns.predictions(study);
        rows = new RowGroups<>(
                new CsvTable(RunFile.PREDICTIONS.in(folder), columns),
                row -> new Fields(row, columns.size()).row(),
                PredictionRow::cell);
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
        Fields(CSVRecord row, int columns) {
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

package dev.parabola.core.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code comparisons.csv}. */
public final class ComparisonsReader {
    private ComparisonsReader() {}

    /**
     * Reads the whole table.
     *
     * @param folder the run folder, finished
     * @return the comparisons by region, factor, first and second cell; none where the study was too large for them
     * @throws StorageException if the table cannot be read or is damaged
     */
    public static List<ComparisonRow> read(Path folder) {
        List<ComparisonRow> rows = new ArrayList<>();
        try (CsvTable table = new CsvTable(RunFile.COMPARISONS.in(folder), Columns.comparisons())) {
            while (table.hasNext()) {
                try {
                    rows.add(new ComparisonFields(table.next()).row());
                } catch (IllegalArgumentException e) {
                    throw table.damaged(String.valueOf(e.getMessage()));
                }
            }
        }
        return rows;
    }
}

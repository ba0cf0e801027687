package dev.parabola.core.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code effects.csv}. */
public final class EffectsReader {
    private EffectsReader() {}

    /**
     * Reads the whole table.
     *
     * @param folder the run folder, finished
     * @return the effects by region, factor, first and second level; none where the study was too large for them, and none of a run
     *     that is older than the table
     * @throws StorageException if the table cannot be read or is damaged
     */
    public static List<EffectRow> read(Path folder) {
        List<EffectRow> rows = new ArrayList<>();
        if (!Files.exists(RunFile.EFFECTS.in(folder))) {
            return rows;
        }
        try (CsvTable table = new CsvTable(RunFile.EFFECTS.in(folder), Columns.effects())) {
            while (table.hasNext()) {
                try {
                    rows.add(new EffectFields(table.next()).row());
                } catch (IllegalArgumentException e) {
                    throw table.damaged(String.valueOf(e.getMessage()));
                }
            }
        }
        return rows;
    }
}

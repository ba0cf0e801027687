package dev.parabola.core.results;

import dev.parabola.core.results.EffectRow.Tests;

/** Writes {@code effects.csv}. */
public final class EffectsWriter implements AutoCloseable {
    private final CsvFile file;

    /**
     * Begins the table.
     *
     * @param folder the run folder, not finished
     * @throws StorageException if the table cannot be written
     */
    public EffectsWriter(RunFolder folder) {
        file = new CsvFile(RunFile.EFFECTS.in(folder.path()), Columns.effects());
    }

    /**
     * Adds an effect.
     *
     * @param row the effect, after all of earlier regions, factors and levels
     * @throws StorageException if it cannot be written
     */
    public void add(EffectRow row) {
        file.text(row.region()).text(row.factor()).text(row.levelA()).text(row.levelB());
        file.count(row.contexts()).count(row.replicas());
        row.tests().ifPresentOrElse(this::add, () -> file.empty(EffectFields.TESTS));
        file.count(row.contextsReversed());
        file.endRow();
    }

    /**
     * Forces the table to the disk.
     *
     * @throws StorageException if that fails
     */
    @Override
    public void close() {
        file.close();
    }

    private void add(Tests tests) {
        file.number(tests.ratio()).number(tests.low()).number(tests.high());
        file.number(tests.p()).number(tests.pAdjusted());
    }
}

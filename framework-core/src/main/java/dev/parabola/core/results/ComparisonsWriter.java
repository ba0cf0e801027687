package dev.parabola.core.results;

import dev.parabola.core.results.ComparisonRow.Tests;

/** Writes {@code comparisons.csv}. */
public final class ComparisonsWriter implements AutoCloseable {
    private static final int ERROR_TESTS = 5;
    private static final int SUCCESS_TESTS = 1;

    private final CsvFile file;

    /**
     * Begins the table.
     *
     * @param folder the run folder, not finished
     * @throws StorageException if the table cannot be written
     */
    public ComparisonsWriter(RunFolder folder) {
        file = new CsvFile(RunFile.COMPARISONS.in(folder.path()), Columns.comparisons());
    }

    /**
     * Adds a comparison.
     *
     * @param row the comparison, after all of earlier regions, factors and cells
     * @throws StorageException if it cannot be written
     */
    public void add(ComparisonRow row) {
        file.text(row.region()).text(row.factor());
        file.count(row.cellA()).count(row.cellB());
        file.count(row.pairs()).count(row.winsA()).count(row.winsB());
        row.tests().ifPresentOrElse(this::addErrorTests, () -> file.empty(ERROR_TESTS));
        file.count(row.successOnlyA()).count(row.successOnlyB());
        row.tests().ifPresentOrElse(tests -> file.number(tests.successP()), () -> file.empty(SUCCESS_TESTS));
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

    private void addErrorTests(Tests tests) {
        file.number(tests.ratio()).number(tests.low()).number(tests.high());
        file.number(tests.p()).number(tests.pAdjusted());
    }
}

package dev.parabola.report;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.ComparisonRow.Tests;
import dev.parabola.core.results.ComparisonsReader;
import dev.parabola.core.results.RunFile;
import java.nio.file.Files;
import java.util.List;

/** {@code comparisons.csv}: pairs of cells that differ in one factor. */
final class ComparisonsTable {
    /** The most that the page shows; the file has all. */
    private static final int MOST_SHOWN = 400;

    /** Of what has no pairs. */
    private static final Tests NONE = new Tests(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private final List<ComparisonRow> rows;
    private final List<ComparisonRow> shown;
    private final boolean there;

    private ComparisonsTable(List<ComparisonRow> rows, List<ComparisonRow> shown, boolean there) {
        this.rows = rows;
        this.shown = shown;
        this.there = there;
    }

    static ComparisonsTable read(ReportedRun run) {
        // Runs that are older than the comparisons have no such table.
        boolean there = Files.exists(RunFile.COMPARISONS.in(run.folder()));
        List<ComparisonRow> rows = there ? ComparisonsReader.read(run.folder()) : List.of();
        List<ComparisonRow> shown = rows.stream()
                .filter(row -> run.isShown(row.cellA()) && run.isShown(row.cellB()))
                .limit(MOST_SHOWN)
                .toList();
        return new ComparisonsTable(rows, shown, there);
    }

    /** What the pairs of a comparison say; NaN where there are none. */
    static Tests tests(ComparisonRow row) {
        return row.tests().orElse(NONE);
    }

    boolean isThere() {
        return there;
    }

    int toldApart() {
        return (int) rows.stream().filter(ComparisonRow::isToldApart).count();
    }

    /** All of them. */
    List<ComparisonRow> rows() {
        return rows;
    }

    /** Those that the page shows. */
    List<ComparisonRow> shown() {
        return shown;
    }

    void write(Json json) {
        json.begin('[');
        for (ComparisonRow row : shown) {
            Tests tests = tests(row);
            json.begin('[')
                    .text(row.region())
                    .text(row.factor())
                    .count(row.cellA())
                    .count(row.cellB());
            json.number(tests.ratio())
                    .number(tests.low())
                    .number(tests.high())
                    .number(tests.pAdjusted())
                    .flag(row.isToldApart())
                    .end(']');
        }
        json.end(']');
    }
}

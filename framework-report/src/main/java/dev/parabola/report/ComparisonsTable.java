package dev.parabola.report;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code comparisons.csv}: pairs of cells that differ in one factor. */
final class ComparisonsTable {
    /** The most that the page shows; the file has all. */
    static final int MOST_SHOWN = 400;

    private final List<Comparison> comparisons = new ArrayList<>();
    private boolean there;
    private int count;
    private int toldApart;

    private ComparisonsTable() {}

    /**
     * A comparison of two cells in a region, paired by replica.
     *
     * @param ratio of their errors, a to b, with its interval; NaN where there are no pairs
     * @param adjusted the p-value after Holm's correction
     */
    record Comparison(
            String region,
            String factor,
            int a,
            int b,
            int pairs,
            int winsA,
            int winsB,
            double ratio,
            double low,
            double high,
            double p,
            double adjusted,
            String onlyA,
            String onlyB,
            double successP) {
        boolean isToldApart() {
            return adjusted < ComparisonRow.SIGNIFICANCE;
        }
    }

    static ComparisonsTable read(ReportedRun run) {
        ComparisonsTable result = new ComparisonsTable();
        Optional<RunTable> found = RunTable.open(run.folder(), "comparisons.csv");
        if (found.isPresent()) {
            result.there = true;
            try (RunTable table = found.orElseThrow()) {
                while (table.next()) {
                    result.add(row(table), run);
                }
            }
        }
        return result;
    }

    private void add(Comparison comparison, ReportedRun run) {
        count++;
        toldApart += comparison.isToldApart() ? 1 : 0;
        if (comparisons.size() < MOST_SHOWN && run.isShown(comparison.a()) && run.isShown(comparison.b())) {
            comparisons.add(comparison);
        }
    }

    private static Comparison row(RunTable table) {
        return new Comparison(
                table.text(table.required("region")),
                table.text(table.required("factor")),
                table.count(table.required("cell_a")),
                table.count(table.required("cell_b")),
                table.count(table.required("pairs")),
                (int) table.number(table.required("wins_a")),
                (int) table.number(table.required("wins_b")),
                table.number(table.required("ratio")),
                table.number(table.required("low")),
                table.number(table.required("high")),
                table.number(table.required("p")),
                table.number(table.required("p_adjusted")),
                table.text(table.column("success_only_a")),
                table.text(table.column("success_only_b")),
                table.number(table.column("success_p")));
    }

    boolean isThere() {
        return there;
    }

    int count() {
        return count;
    }

    int toldApart() {
        return toldApart;
    }

    /** The comparisons that the page shows. */
    List<Comparison> shown() {
        return comparisons;
    }

    void write(Json json) {
        json.begin('[');
        for (Comparison each : comparisons) {
            json.begin('[')
                    .text(each.region())
                    .text(each.factor())
                    .count(each.a())
                    .count(each.b());
            json.number(each.ratio())
                    .number(each.low())
                    .number(each.high())
                    .number(each.adjusted())
                    .flag(each.isToldApart())
                    .end(']');
        }
        json.end(']');
    }
}

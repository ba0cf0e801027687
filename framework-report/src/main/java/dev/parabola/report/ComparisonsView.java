package dev.parabola.report;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.ComparisonRow.Tests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of comparisons, as the template takes it. */
final class ComparisonsView {
    private final ReportedRun run;
    private final ComparisonsTable table;

    ComparisonsView(ReportedRun run, ComparisonsTable table) {
        this.run = run;
        this.table = table;
    }

    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("there", table.isThere());
        model.put("count", table.rows().size());
        model.put("apart", table.toldApart());
        model.put("shown", table.shown().size());
        List<Map<String, Object>> rows = table.shown().stream().map(this::row).toList();
        model.put("rows", rows);
        return model;
    }

    private Map<String, Object> row(ComparisonRow comparison) {
        Tests tests = ComparisonsTable.tests(comparison);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("region", comparison.region());
        row.put("factor", comparison.factor());
        row.put("a", label(comparison.cellA()));
        row.put("b", label(comparison.cellB()));
        row.put("pairs", comparison.pairs());
        row.put("wins", comparison.winsA() + " : " + comparison.winsB());
        row.put(
                "ratio",
                Shown.number(tests.ratio()) + " [" + Shown.number(tests.low()) + ", " + Shown.number(tests.high())
                        + "]");
        row.put("p", Shown.number(tests.pAdjusted()));
        row.put("apart", comparison.isToldApart());
        row.put("only", comparison.successOnlyA() + " : " + comparison.successOnlyB());
        row.put("success", Shown.number(tests.successP()));
        return row;
    }

    private String label(long cell) {
        return run.cells().get(Math.toIntExact(cell)).label();
    }
}

package dev.parabola.report;

import dev.parabola.report.ComparisonsTable.Comparison;
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
        model.put("count", table.count());
        model.put("apart", table.toldApart());
        model.put("shown", table.shown().size());
        List<Map<String, Object>> rows = table.shown().stream().map(this::row).toList();
        model.put("rows", rows);
        return model;
    }

    private Map<String, Object> row(Comparison comparison) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("region", comparison.region());
        row.put("factor", comparison.factor());
        row.put("a", run.cells().get(comparison.a()).label());
        row.put("b", run.cells().get(comparison.b()).label());
        row.put("pairs", comparison.pairs());
        row.put("wins", comparison.winsA() + " : " + comparison.winsB());
        row.put(
                "ratio",
                Shown.number(comparison.ratio()) + " [" + Shown.number(comparison.low()) + ", "
                        + Shown.number(comparison.high()) + "]");
        row.put("p", Shown.number(comparison.adjusted()));
        row.put("apart", comparison.isToldApart());
        row.put("only", comparison.onlyA() + " : " + comparison.onlyB());
        row.put("success", Shown.number(comparison.successP()));
        return row;
    }
}

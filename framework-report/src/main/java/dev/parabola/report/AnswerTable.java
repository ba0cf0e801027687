package dev.parabola.report;

import dev.parabola.core.results.RunDescription.FactorDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of cells with their verdicts, as the template takes it. */
final class AnswerTable {
    private static final int INSIDE_COLUMNS = 2;

    private final ReportedRun run;

    AnswerTable(ReportedRun run) {
        this.run = run;
    }

    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        List<FactorDescription> factors = run.description().factors();
        model.put("factors", factors.stream().map(FactorDescription::name).toList());
        model.put("regions", run.regions());
        model.put("cells", run.cells().stream().map(this::row).toList());
        model.put("columns", Math.max(1, factors.size()) + 1 + run.regions().size() + INSIDE_COLUMNS);
        model.put("tuned", run.cells().stream().anyMatch(cell -> !cell.isHeadlined()));
        model.put("more", run.description().cells() - run.cells().size());
        model.put("limits", limits());
        return model;
    }

    private String limits() {
        List<String> limits = new ArrayList<>();
        run.description().success().forEach((metric, limit) -> limits.add(metric + " ≤ " + Shown.number(limit)));
        return String.join(" and ", limits);
    }

    private Map<String, Object> row(ReportedCell cell) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", cell.number());
        row.put("levels", cell.levels().stream().map(CellLabel::plain).toList());
        row.put("chosen", cell.isHeadlined());
        row.put("verdict", cell.verdict());
        row.put("cause", cell.cause());
        List<Object> regions = new ArrayList<>();
        cell.regions()
                .forEach(region -> regions.add(region.map(AnswerTable::region).orElse(Map.of("there", false))));
        row.put("regions", regions);
        int inside = run.regions().indexOf("inside");
        row.put(
                "error",
                inside < 0
                        ? "–"
                        : cell.regions().get(inside).map(AnswerTable::error).orElse("–"));
        row.put(
                "floor",
                inside < 0
                        ? "–"
                        : cell.regions()
                                .get(inside)
                                .filter(region -> cell.floor() > 0)
                                .map(region -> "× " + Shown.number(region.median() / cell.floor()))
                                .orElse("–"));
        return row;
    }

    private static String error(RegionResult region) {
        return Shown.number(region.median()) + " [" + Shown.number(region.p25()) + ", " + Shown.number(region.p75())
                + "]";
    }

    private static Map<String, Object> region(RegionResult region) {
        Map<String, Object> bar = new LinkedHashMap<>();
        bar.put("there", true);
        bar.put("state", region.state());
        bar.put("style", region.state().replace(' ', '-'));
        bar.put("rate", region.rate());
        bar.put("share", Shown.percent((double) region.successes() / region.trials()));
        bar.put("low", Shown.percent(region.low()));
        bar.put("high", Shown.percent(region.high()));
        return bar;
    }
}

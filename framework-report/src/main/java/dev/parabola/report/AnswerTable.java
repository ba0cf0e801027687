package dev.parabola.report;

import dev.parabola.core.results.RunDescription.FactorDescription;
import dev.parabola.core.statistics.MedianInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of cells with their verdicts, as the template takes it. */
final class AnswerTable {
    private static final int INSIDE_COLUMNS = 2;

    private final ReportedRun run;
    private final TrialsTable trials;

    AnswerTable(ReportedRun run, TrialsTable trials) {
        this.run = run;
        this.trials = trials;
    }

    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        List<FactorDescription> factors = run.description().factors();
        model.put(
                "factors",
                factors.stream()
                        .map(factor -> Map.of("name", factor.name(), "short", CellLabel.shortName(factor.name())))
                        .toList());
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
                        : cell.regions()
                                .get(inside)
                                .map(region -> error(cell, inside, region))
                                .orElse("–"));
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

    private String error(ReportedCell cell, int inside, RegionResult region) {
        return Shown.number(region.median())
                + MedianInterval.of(trials.cell(cell.number()).errors(inside))
                        .map(interval ->
                                " [" + Shown.number(interval.low()) + ", " + Shown.number(interval.high()) + "]")
                        .orElse("");
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

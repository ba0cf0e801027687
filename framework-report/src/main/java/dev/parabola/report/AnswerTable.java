package dev.parabola.report;

import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.RunDescription;
import dev.parabola.core.results.RunDescription.FactorDescription;
import dev.parabola.core.statistics.MedianInterval;
import dev.parabola.core.statistics.Standing;
import dev.parabola.core.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of cells with their verdicts, as the template takes it. */
final class AnswerTable {
    private static final int INSIDE_COLUMNS = 2;
    private static final int FIRST = 10;

    private final ReportedRun run;
    private final ErrorScale scale;

    AnswerTable(ReportedRun run, ErrorScale scale) {
        this.run = run;
        this.scale = scale;
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
        model.put("error", scale.name(run.inside()));
        List<ReportedCell> cells = run.bestFirst();
        model.put(
                "cells",
                IntStream.range(0, cells.size())
                        .mapToObj(place -> row(cells.get(place), place))
                        .toList());
        model.put("compared", cells.stream().filter(ReportedCell::isHeadlined).count());
        model.put("first", FIRST);
        model.put("several", factors.size() > 0);
        model.put("columns", Math.max(1, factors.size()) + 1 + run.regions().size() + INSIDE_COLUMNS);
        model.put("tuned", run.cells().stream().anyMatch(cell -> !cell.isHeadlined()));
        model.put("more", run.description().cells() - run.cells().size());
        model.put("limits", limits(run.description()));
        return model;
    }

    /** What must hold in a region for a trial to have learned it. */
    static String limits(RunDescription description) {
        List<String> limits = new ArrayList<>();
        description.success().forEach((metric, limit) -> limits.add(metric + " ≤ " + Shown.number(limit)));
        return String.join(" and ", limits);
    }

    private Map<String, Object> row(ReportedCell cell, int place) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("later", place >= FIRST);
        row.put("keys", keys(cell, place));
        row.put("number", cell.number());
        row.put("levels", cell.levels().stream().map(CellLabel::plain).toList());
        row.put("chosen", cell.isHeadlined());
        row.put("verdict", cell.summary().verdict().text());
        String cause = cell.summary().cause();
        row.put("facts", cause.isEmpty() ? List.of() : List.of(cause.split("; ", -1)));
        List<Object> regions = new ArrayList<>();
        cell.regions()
                .forEach(region -> regions.add(region.map(AnswerTable::region).orElse(Map.of("there", false))));
        row.put("regions", regions);
        Optional<RegionSummary> inside = cell.regions().get(run.inside());
        row.put("error", inside.map(region -> error(cell, region)).orElse("–"));
        double floor = overFloor(cell);
        row.put("floor", Double.isNaN(floor) ? "–" : "× " + Shown.number(floor));
        return row;
    }

    /** What the columns are sorted by, the first of two columns for cells without factors included; nothing comes last. */
    private String keys(ReportedCell cell, int place) {
        List<Double> keys = new ArrayList<>();
        if (cell.levels().isEmpty()) {
            keys.add((double) cell.number());
        }
        cell.levelNumbers().forEach(level -> keys.add((double) level));
        keys.add((double) place);
        for (Optional<RegionSummary> region : cell.regions()) {
            keys.add(region.filter(result -> result.trials() > 0)
                    .map(result -> -result.successRate())
                    .orElse(Double.NaN));
        }
        keys.add(cell.regions()
                .get(run.inside())
                .map(region -> scale.median(region, run.inside()))
                .orElse(Double.NaN));
        keys.add(overFloor(cell));
        return keys.stream()
                .map(key -> Double.isFinite(key) ? Numbers.setting(key) : "")
                .collect(Collectors.joining(";"));
    }

    /** How many times the lower bound of the error its median is; NaN where there is no bound, or none that is no rounding. */
    private double overFloor(ReportedCell cell) {
        double median =
                cell.regions().get(run.inside()).map(RegionSummary::rmseMedian).orElse(Double.NaN);
        double floor = cell.summary().floor().orElse(Double.NaN);
        return floor > 0 && median >= floor ? median / floor : Double.NaN;
    }

    private String error(ReportedCell cell, RegionSummary region) {
        return Shown.number(scale.median(region, run.inside()))
                + MedianInterval.of(scale.errors(cell.number(), run.inside()))
                        .filter(interval -> !Double.isNaN(interval.low()) || !Double.isNaN(interval.high()))
                        .map(interval ->
                                " [" + Shown.number(interval.low()) + ", " + Shown.number(interval.high()) + "]")
                        .orElse("");
    }

    private static Map<String, Object> region(RegionSummary region) {
        Map<String, Object> bar = new LinkedHashMap<>();
        bar.put("there", true);
        bar.put("state", Standing.word(region));
        bar.put("style", Standing.word(region).replace(' ', '-'));
        bar.put("rate", Standing.count(region));
        bar.put("share", Shown.percent(region.successRate()));
        bar.put("low", Shown.percent(region.successLow()));
        bar.put("high", Shown.percent(region.successHigh()));
        return bar;
    }
}

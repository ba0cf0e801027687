package dev.parabola.report;

import dev.parabola.report.LayersTable.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found in the networks of each cell, as the template takes it. */
final class HealthView {
    private static final int GRADIENT = 0;
    private static final int WEIGHT = 1;

    private final ReportedRun run;
    private final TrialsTable trials;
    private final LayersTable layers;

    HealthView(ReportedRun run, TrialsTable trials, LayersTable layers) {
        this.run = run;
        this.trials = trials;
        this.layers = layers;
    }

    Map<String, Object> model() {
        List<Map<String, Object>> findings = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ReportedCell cell : run.cells()) {
            if (cell.isHeadlined()) {
                findings.add(findings(cell));
                layers.cell(cell.number()).forEach((number, layer) -> rows.add(layer(cell, number, layer)));
            }
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("findings", findings);
        model.put("layers", rows);
        return model;
    }

    private Map<String, Object> findings(ReportedCell cell) {
        TrialsTable.Cell found = trials.cell(cell.number());
        List<String> kinds = new ArrayList<>();
        found.findings().forEach((kind, count) -> kinds.add(kind + ": in " + count));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("cell", cell.label());
        row.put("trials", cell.summary().completed() + cell.summary().diverged());
        row.put("unhealthy", found.unhealthy());
        row.put("kinds", kinds.isEmpty() ? "nothing found" : String.join("; ", kinds));
        return row;
    }

    private static Map<String, Object> layer(ReportedCell cell, int number, Layer layer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("cell", cell.label());
        row.put("layer", number);
        row.put("units", layer.units());
        List<String> shares = new ArrayList<>();
        for (int state = 0; state < LayersTable.STATES.size(); state++) {
            shares.add(Shown.percent(layer.share(state)) + " %");
        }
        row.put("shares", shares);
        row.put("gradient", Shown.number(layer.norm(GRADIENT, 0.5)));
        row.put("weight", Shown.number(layer.norm(WEIGHT, 0.5)));
        return row;
    }
}

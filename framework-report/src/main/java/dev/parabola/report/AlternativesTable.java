package dev.parabola.report;

import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code alternatives.csv}: the alternatives of a cell's target, at the points of its fits; cells with the same curves share them. */
final class AlternativesTable {
    private final ReportedRun run;
    private final FitsTable fits;
    private final Map<String, Integer> sets = new LinkedHashMap<>();
    private final Map<Integer, Integer> cells = new LinkedHashMap<>();
    private final Map<String, List<Double>> curves = new LinkedHashMap<>();

    private AlternativesTable(ReportedRun run, FitsTable fits) {
        this.run = run;
        this.fits = fits;
    }

    /** Every cell's alternatives as JSON: sets of names with curves, and for each cell which; null for a cell without. */
    static String read(ReportedRun run, FitsTable fits) {
        AlternativesTable result = new AlternativesTable(run, fits);
        Optional<RunTable> found = RunTable.open(run.folder(), "alternatives.csv");
        if (found.isPresent()) {
            try (RunTable table = found.orElseThrow()) {
                result.read(table);
            }
        }
        return result.json();
    }

    private void read(RunTable table) {
        int cellColumn = table.required("cell");
        int alternative = table.required("alternative");
        int value = table.required("value");
        int cell = -1;
        while (table.next()) {
            int here = table.count(cellColumn);
            if (!run.isShown(here)) {
                break;
            }
            if (here != cell) {
                keep(cell);
                cell = here;
            }
            curves.computeIfAbsent(table.text(alternative), unused -> new ArrayList<>())
                    .add(table.number(value));
        }
        keep(cell);
    }

    private void keep(int cell) {
        if (!curves.isEmpty()) {
            Json json = new Json();
            json.begin('[');
            curves.forEach((name, values) -> {
                json.begin('[').text(name);
                Curve.of(fits.thinned(
                                values.stream().mapToDouble(Double::doubleValue).toArray()))
                        .write(json);
                json.end(']');
            });
            String set = json.end(']').toString();
            cells.put(cell, sets.computeIfAbsent(set, unused -> sets.size()));
            curves.clear();
        }
    }

    private String json() {
        Json json = new Json();
        json.begin('{').key("sets").begin('[');
        sets.keySet().forEach(json::raw);
        json.end(']').key("cells").begin('[');
        for (int number = 0; number < run.cells().size(); number++) {
            Optional.ofNullable(cells.get(number)).ifPresentOrElse(json::count, json::nothing);
        }
        return json.end(']').end('}').toString();
    }
}

package dev.parabola.report;

import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code samples.csv}: the training points of the middle replicas, of many the first; cells with the same points share them. */
final class SamplesTable {
    private static final int MOST_POINTS = 20_000;
    private static final int POINTS_OF_A_CELL = 1_000;

    private final ReportedRun run;
    private final int most;
    private final Map<String, Integer> sets = new LinkedHashMap<>();
    private final Map<Integer, Cell> cells = new LinkedHashMap<>();

    private record Cell(int set, int replica, int points) {}

    private SamplesTable(ReportedRun run) {
        this.run = run;
        most = Math.min(POINTS_OF_A_CELL, MOST_POINTS / Math.max(1, run.cells().size()));
    }

    /** Every cell's training points as JSON: sets of columns, and for each cell which, whose and how many they were in all. */
    static String read(ReportedRun run) {
        SamplesTable result = new SamplesTable(run);
        Optional<RunTable> found = RunTable.open(run.folder(), "samples.csv");
        if (found.isPresent()) {
            try (RunTable table = found.orElseThrow()) {
                result.read(table);
            }
        }
        return result.json();
    }

    private void read(RunTable table) {
        int cellColumn = table.required("cell");
        int replicaColumn = table.required("replica");
        int[] columns = table.columns().stream()
                .filter(name -> name.matches("x[0-9]*|y"))
                .mapToInt(table::required)
                .toArray();
        List<Curve> curves = new ArrayList<>();
        int cell = -1;
        int replica = -1;
        int points = 0;
        while (table.next()) {
            int here = table.count(cellColumn);
            if (!run.isShown(here)) {
                break;
            }
            if (here != cell) {
                keep(cell, replica, points, curves);
                cell = here;
                replica = table.count(replicaColumn);
                points = 0;
                curves.clear();
                for (int column : columns) {
                    if (!table.isEmpty(column)) {
                        curves.add(new Curve());
                    }
                }
            }
            if (points++ < most) {
                int curve = 0;
                for (int column : columns) {
                    if (!table.isEmpty(column) && curve < curves.size()) {
                        curves.get(curve++).add(table.number(column));
                    }
                }
            }
        }
        keep(cell, replica, points, curves);
    }

    private void keep(int cell, int replica, int points, List<Curve> curves) {
        if (points > 0) {
            Json json = new Json();
            json.begin('[');
            curves.forEach(curve -> curve.write(json));
            String set = json.end(']').toString();
            cells.put(cell, new Cell(sets.computeIfAbsent(set, unused -> sets.size()), replica, points));
        }
    }

    private String json() {
        Json json = new Json();
        json.begin('{').key("sets").begin('[');
        sets.keySet().forEach(json::raw);
        json.end(']').key("cells").begin('[');
        for (int number = 0; number < run.cells().size(); number++) {
            Optional.ofNullable(cells.get(number))
                    .ifPresentOrElse(
                            cell -> json.begin('[')
                                    .count(cell.set())
                                    .count(cell.replica())
                                    .count(cell.points())
                                    .end(']'),
                            json::nothing);
        }
        return json.end(']').end('}').toString();
    }
}

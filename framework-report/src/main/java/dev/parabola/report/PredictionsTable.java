package dev.parabola.report;

import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code predictions.csv}: target and quartiles at the points of a cell's regions. Where cells are many, only every so manyth
 * point, so that the page stays small.
 */
final class PredictionsTable {
    private static final int MOST_POINTS = 40_000;
    private static final int POINTS_OF_A_CELL = 2_002;
    private static final int POINTS_OF_SEVERAL_INPUTS = 1_024;

    private final ReportedRun run;
    private final Json json = new Json();
    private final List<Curve> columns = new ArrayList<>();
    private final List<String> regions = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final int stride;
    private int written;

    private PredictionsTable(ReportedRun run) {
        this.run = run;
        int wanted = (POINTS_OF_A_CELL * run.cells().size() + MOST_POINTS - 1) / MOST_POINTS;
        int rounded = 1;
        // Divisors of 1000, so that both ends of a region stay.
        for (int divisor : new int[] {2, 4, 5, 8, 10}) {
            if (rounded < wanted) {
                rounded = divisor;
            }
        }
        stride = rounded;
    }

    /** Every cell's predictions as JSON; null for a cell without. */
    static String read(ReportedRun run) {
        PredictionsTable result = new PredictionsTable(run);
        result.json.begin('[');
        Optional<RunTable> found = RunTable.open(run.folder(), "predictions.csv");
        if (found.isPresent()) {
            try (RunTable table = found.orElseThrow()) {
                result.read(table);
            }
        }
        while (result.written < run.cells().size()) {
            result.writeCell();
        }
        return result.json.end(']').toString();
    }

    private void read(RunTable table) {
        int cellColumn = table.required("cell");
        int regionColumn = table.required("region");
        List<String> names = new ArrayList<>(
                table.columns().stream().filter(name -> name.matches("x[0-9]*")).toList());
        int inputs = names.size();
        names.addAll(List.of("target", "p25", "median", "p75"));
        int[] places = names.stream().mapToInt(table::required).toArray();
        String region = "";
        int point = 0;
        boolean first = true;
        while (table.next()) {
            int cell = table.count(cellColumn);
            if (!run.isShown(cell)) {
                return;
            }
            boolean newCell = first || cell != written;
            while (written < cell) {
                writeCell();
            }
            String here = table.text(regionColumn);
            if (newCell || !here.equals(region)) {
                region = here;
                point = 0;
                regions.add(region);
                ends.add(0);
            }
            if (newCell) {
                columns.clear();
                for (int i = 0; i < places.length; i++) {
                    if (i >= inputs || !table.isEmpty(places[i])) {
                        columns.add(new Curve());
                    }
                }
            }
            first = false;
            if (isKept(point, inputs)) {
                int column = 0;
                for (int i = 0; i < places.length; i++) {
                    if (i >= inputs || !table.isEmpty(places[i])) {
                        columns.get(column++).add(table.number(places[i]));
                    }
                }
                ends.set(ends.size() - 1, columns.get(0).size());
            }
            point++;
        }
    }

    /** Points of several inputs are a sequence that is even from its beginning, and not where every other one is taken. */
    private boolean isKept(int point, int inputs) {
        return inputs == 1 ? point % stride == 0 : point < POINTS_OF_SEVERAL_INPUTS / stride;
    }

    private void writeCell() {
        if (columns.isEmpty() || columns.get(0).size() == 0) {
            json.nothing();
        } else {
            json.begin('{')
                    .key("regions")
                    .list(
                            regions.size(),
                            i -> json.begin('[')
                                    .text(regions.get(i))
                                    .count(ends.get(i))
                                    .end(']'));
            json.key("columns").begin('[');
            columns.forEach(column -> column.write(json));
            json.end(']').end('}');
        }
        columns.clear();
        regions.clear();
        ends.clear();
        written++;
    }
}

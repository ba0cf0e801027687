package dev.parabola.report;

import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code predictions.csv}: target and quartiles at the points of a cell's regions. Where cells are many, fewer of
 * them, so that the page stays small.
 */
final class PredictionsTable {
    private static final int MOST_POINTS = 40_000;
    private static final int POINTS_OF_A_CELL = 2_002;
    private static final int LONGEST_STRIDE = 10;
    private static final int POINTS_OF_SEVERAL_INPUTS = 1_024;

    private final ReportedRun run;
    private final Json json = new Json();
    private final List<Curve> columns = new ArrayList<>();
    /** The columns of the region that is being read. */
    private final List<Curve> region = new ArrayList<>();

    private final List<Curve> curves = new ArrayList<>();
    private final List<String> regions = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final int stride;
    private final Thinning thinning;
    private int written;

    private PredictionsTable(ReportedRun run) {
        this.run = run;
        int wanted = (POINTS_OF_A_CELL * run.cells().size() + MOST_POINTS - 1) / MOST_POINTS;
        stride = Math.max(1, Math.min(wanted, LONGEST_STRIDE));
        thinning = new Thinning(stride);
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
        String name = "";
        boolean first = true;
        while (table.next()) {
            int cell = table.count(cellColumn);
            if (!run.isShown(cell)) {
                break;
            }
            if (first || cell != written || !table.isText(regionColumn, name)) {
                endRegion(name, inputs);
                while (written < cell) {
                    writeCell();
                }
                name = table.text(regionColumn);
                for (int i = 0; i < places.length; i++) {
                    if (i >= inputs || !table.isEmpty(places[i])) {
                        region.add(emptyCurve());
                    }
                }
            }
            first = false;
            int column = 0;
            for (int i = 0; i < places.length; i++) {
                if (i >= inputs || !table.isEmpty(places[i])) {
                    region.get(column++).add(table.number(places[i]));
                }
            }
        }
        endRegion(name, inputs);
    }

    /** One of the region before, where it had so many. */
    private Curve emptyCurve() {
        if (region.size() == curves.size()) {
            curves.add(new Curve());
        }
        Curve curve = curves.get(region.size());
        curve.clear();
        return curve;
    }

    private void endRegion(String name, int inputs) {
        if (region.isEmpty()) {
            return;
        }
        if (columns.isEmpty()) {
            region.forEach(unused -> columns.add(new Curve()));
        }
        for (int i = 0; i < columns.size(); i++) {
            for (double value : kept(region.get(i).values(), inputs)) {
                columns.get(i).add(value);
            }
        }
        regions.add(name);
        ends.add(columns.get(0).size());
        region.clear();
    }

    /** Points of several inputs are a sequence that is even from its beginning, and not where every other one is taken. */
    private double[] kept(double[] values, int inputs) {
        return inputs == 1
                ? thinning.values(values)
                : Arrays.copyOf(values, Math.min(values.length, POINTS_OF_SEVERAL_INPUTS / stride));
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

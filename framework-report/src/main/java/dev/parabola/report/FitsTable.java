package dev.parabola.report;

import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** {@code fits.csv}: what the middle replica computes at every checkpoint, and the first replicas at the last one. */
final class FitsTable {
    private static final int MOST_VALUES = 300_000;
    private static final int CURVES_OF_A_CELL = 50;
    private static final int INTERVALS = 200;

    private final ReportedRun run;
    private final Json json = new Json();
    private final List<OptionalInt> middle = new ArrayList<>();
    private final List<Fit> fits = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final Curve inputs = new Curve();
    private final Thinning thinning;
    private int written;

    private FitsTable(ReportedRun run) {
        this.run = run;
        int stride = IntStream.of(1, 2, 4, 5, 8)
                .filter(divisor ->
                        (long) run.cells().size() * CURVES_OF_A_CELL * (INTERVALS / divisor + 1) <= MOST_VALUES)
                .findFirst()
                .orElse(10);
        thinning = new Thinning(stride);
    }

    /** Where a row's fields are. */
    private record Columns(int cell, int replica, int step, int x, int prediction) {}

    /** A curve of the cell that is read. */
    private record Fit(int replica, int step, Curve curve) {}

    static FitsTable read(ReportedRun run) {
        FitsTable result = new FitsTable(run);
        result.json.begin('[');
        Optional<RunTable> found = RunTable.open(run.folder(), "fits.csv");
        if (found.isPresent()) {
            try (RunTable table = found.orElseThrow()) {
                result.read(table);
            }
        }
        while (result.written < run.cells().size()) {
            result.writeCell();
        }
        result.json.end(']');
        return result;
    }

    /** Every cell's curves; null for a cell without. */
    String json() {
        return json.toString();
    }

    /** What is left of a curve over the same points where cells are many. */
    double[] thinned(double[] values) {
        return thinning.values(values);
    }

    /** The replica that is shown at every checkpoint. */
    OptionalInt middle(int cell) {
        return middle.get(cell);
    }

    private void read(RunTable table) {
        Columns columns = new Columns(
                table.required("cell"),
                table.required("replica"),
                table.required("step"),
                table.required("x"),
                table.required("prediction"));
        while (table.next() && run.isShown(table.count(columns.cell()))) {
            add(table, columns);
        }
    }

    private void add(RunTable table, Columns columns) {
        int cell = table.count(columns.cell());
        while (written < cell) {
            writeCell();
        }
        int replica = table.count(columns.replica());
        int step = table.count(columns.step());
        Fit fit = fits.isEmpty() ? null : fits.get(fits.size() - 1);
        if (fit == null || fit.replica() != replica || fit.step() != step) {
            fit = new Fit(replica, step, emptyCurve());
            fits.add(fit);
        }
        fit.curve().add(table.number(columns.prediction()));
        if (fits.size() == 1) {
            inputs.add(table.number(columns.x()));
        }
    }

    /** One of the cell before, where it had so many. */
    private Curve emptyCurve() {
        if (fits.size() == curves.size()) {
            curves.add(new Curve());
        }
        Curve curve = curves.get(fits.size());
        curve.clear();
        return curve;
    }

    private void writeCell() {
        if (fits.isEmpty()) {
            json.nothing();
            middle.add(OptionalInt.empty());
        } else {
            writeCurves();
        }
        fits.clear();
        inputs.clear();
        written++;
    }

    private void writeCurves() {
        Map<Integer, Integer> checkpoints = new LinkedHashMap<>();
        fits.forEach(fit -> checkpoints.merge(fit.replica(), 1, Integer::sum));
        // The middle replica has every checkpoint, the others have the last; of equals the first.
        int most =
                checkpoints.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int shown = checkpoints.keySet().stream()
                .filter(replica -> checkpoints.getOrDefault(replica, 0) == most)
                .findFirst()
                .orElseThrow();
        middle.add(OptionalInt.of(shown));
        int end = fits.stream().mapToInt(Fit::step).max().orElseThrow();
        json.begin('{').key("x");
        write(inputs);
        json.key("middle").count(shown).key("steps").begin('[');
        List<Curve> moving = new ArrayList<>();
        fits.stream()
                .filter(fit -> fit.replica() == shown)
                .sorted((a, b) -> Integer.compare(a.step(), b.step()))
                .forEach(fit -> {
                    json.count(fit.step());
                    moving.add(fit.curve());
                });
        json.end(']').key("moving").begin('[');
        moving.forEach(this::write);
        json.end(']').key("replicas").begin('[');
        List<Curve> last = new ArrayList<>();
        fits.forEach(fit -> {
            if (fit.step() == end && fit.replica() != shown) {
                json.count(fit.replica());
                last.add(fit.curve());
            }
        });
        json.end(']').key("last").begin('[');
        last.forEach(this::write);
        json.end(']').end('}');
    }

    private void write(Curve curve) {
        Curve.of(thinned(curve.values())).write(json);
    }
}

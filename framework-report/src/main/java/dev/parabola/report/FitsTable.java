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
    private final Map<Key, Curve> curves = new LinkedHashMap<>();
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

    private record Key(int replica, int step) {}

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
        int cellColumn = table.required("cell");
        int replica = table.required("replica");
        int step = table.required("step");
        int x = table.required("x");
        int prediction = table.required("prediction");
        Key last = new Key(-1, -1);
        Curve curve = new Curve();
        while (table.next()) {
            int cell = table.count(cellColumn);
            if (!run.isShown(cell)) {
                return;
            }
            boolean newCell = cell != written || curves.isEmpty();
            while (written < cell) {
                writeCell();
            }
            Key key = new Key(table.count(replica), table.count(step));
            if (newCell || !key.equals(last)) {
                last = key;
                curve = new Curve();
                curves.put(key, curve);
            }
            curve.add(table.number(prediction));
            if (curves.size() == 1) {
                inputs.add(table.number(x));
            }
        }
    }

    private void writeCell() {
        if (curves.isEmpty()) {
            json.nothing();
            middle.add(OptionalInt.empty());
        } else {
            writeCurves();
        }
        curves.clear();
        inputs.clear();
        written++;
    }

    private void writeCurves() {
        Map<Integer, Integer> checkpoints = new LinkedHashMap<>();
        curves.keySet().forEach(key -> checkpoints.merge(key.replica(), 1, Integer::sum));
        // The middle replica has every checkpoint, the others have the last; of equals the first.
        int most =
                checkpoints.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int shown = checkpoints.keySet().stream()
                .filter(replica -> checkpoints.getOrDefault(replica, 0) == most)
                .findFirst()
                .orElseThrow();
        middle.add(OptionalInt.of(shown));
        int end = curves.keySet().stream().mapToInt(Key::step).max().orElseThrow();
        json.begin('{').key("x");
        Curve.of(thinned(inputs.values())).write(json);
        json.key("middle").count(shown).key("steps").begin('[');
        List<Curve> moving = new ArrayList<>();
        curves.entrySet().stream()
                .filter(entry -> entry.getKey().replica() == shown)
                .sorted((a, b) -> Integer.compare(a.getKey().step(), b.getKey().step()))
                .forEach(entry -> {
                    json.count(entry.getKey().step());
                    moving.add(entry.getValue());
                });
        json.end(']').key("moving").begin('[');
        moving.forEach(curve -> Curve.of(thinned(curve.values())).write(json));
        json.end(']').key("replicas").begin('[');
        List<Curve> last = new ArrayList<>();
        curves.forEach((key, curve) -> {
            if (key.step() == end && key.replica() != shown) {
                json.count(key.replica());
                last.add(curve);
            }
        });
        json.end(']').key("last").begin('[');
        last.forEach(curve -> Curve.of(thinned(curve.values())).write(json));
        json.end(']').end('}');
    }
}

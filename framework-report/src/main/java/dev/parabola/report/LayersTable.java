package dev.parabola.report;

import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code layers.csv}: the state of each layer's units after training, over a cell's trials. */
final class LayersTable {
    /** Each is the number of units of a layer that are so. */
    static final List<String> STATES = List.of("dead", "saturated", "denormal", "never_updated");

    private static final List<String> NORMS = List.of("gradient_norm", "weight_norm");

    private final List<Map<Integer, Layer>> cells = new ArrayList<>();

    private LayersTable(ReportedRun run) {
        run.cells().forEach(cell -> cells.add(new TreeMap<>()));
    }

    /** A layer over a cell's trials. */
    static final class Layer {
        private final long[] states = new long[STATES.size()];
        private final List<double[]> norms = new ArrayList<>();
        private long units;

        /** The share of the units of all trials that are in a state. */
        double share(int state) {
            return units == 0 ? 0 : (double) states[state] / units;
        }

        /** The number of units in one network. */
        long units() {
            return norms.isEmpty() ? 0 : units / norms.size();
        }

        double norm(int norm, double p) {
            return new Quantiles(
                            norms.stream().mapToDouble(values -> values[norm]).toArray())
                    .at(p);
        }
    }

    static LayersTable read(ReportedRun run) {
        LayersTable result = new LayersTable(run);
        Optional<RunTable> found = RunTable.open(run.folder(), "layers.csv");
        if (found.isPresent()) {
            try (RunTable table = found.orElseThrow()) {
                result.read(table, run);
            }
        }
        return result;
    }

    private void read(RunTable table, ReportedRun run) {
        int trial = table.required("trial");
        int layer = table.required("layer");
        int units = table.required("units");
        int[] states = STATES.stream().mapToInt(table::required).toArray();
        int[] norms = NORMS.stream().mapToInt(table::required).toArray();
        int replicas = run.description().replicas();
        while (table.next()) {
            int cell = table.count(trial) / replicas;
            if (!run.isShown(cell)) {
                return;
            }
            Layer there = cells.get(cell).computeIfAbsent(table.count(layer), unused -> new Layer());
            there.units += table.count(units);
            for (int i = 0; i < states.length; i++) {
                there.states[i] += table.isEmpty(states[i]) ? 0 : table.count(states[i]);
            }
            there.norms.add(new double[] {table.number(norms[0]), table.number(norms[1])});
        }
    }

    /** A cell's layers by number; none if the run says nothing of them. */
    Map<Integer, Layer> cell(int number) {
        return cells.get(number);
    }

    void write(Json json) {
        json.begin('[');
        for (Map<Integer, Layer> layers : cells) {
            json.begin('[');
            layers.forEach((number, layer) -> {
                json.begin('{').key("layer").count(number).key("units").count(layer.units());
                for (int i = 0; i < STATES.size(); i++) {
                    json.key(STATES.get(i)).number(layer.share(i));
                }
                for (int i = 0; i < NORMS.size(); i++) {
                    json.key(NORMS.get(i)).begin('[');
                    json.number(layer.norm(i, 0.25)).number(layer.norm(i, 0.5)).number(layer.norm(i, 0.75));
                    json.end(']');
                }
                json.end('}');
            });
            json.end(']');
        }
        json.end(']');
    }
}

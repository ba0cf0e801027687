package dev.parabola.report;

import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code history.csv}, errors as they are drawn: quartiles over a cell's trials at each checkpoint, those that diverged by then counted as worst. */
final class HistoryTable {
    private static final int BEFORE_REGIONS = 4;
    private static final double[] QUARTILES = {0.25, 0.5, 0.75};

    private final ReportedRun run;
    private final ErrorScale scale;
    private final Json json = new Json();
    private final Map<Integer, List<double[]>> checkpoints = new TreeMap<>();
    private int written;

    private HistoryTable(ReportedRun run, ErrorScale scale) {
        this.run = run;
        this.scale = scale;
    }

    /** The history of every cell as JSON; memory holds one cell's rows. */
    static String read(ReportedRun run, ErrorScale scale) {
        HistoryTable result = new HistoryTable(run, scale);
        result.json.begin('[');
        try (RunTable table = ReportedRun.required(run.folder(), "history.csv")) {
            result.read(table);
        }
        while (result.written < run.cells().size()) {
            result.writeCell();
        }
        return result.json.end(']').toString();
    }

    private void read(RunTable table) {
        int trial = table.required("trial");
        int step = table.required("step");
        List<String> names = new ArrayList<>(List.of("epoch", "learning_rate", "momentum", "train.loss"));
        run.regions().forEach(region -> names.add(region + ".rmse"));
        int[] columns = names.stream().mapToInt(table::required).toArray();
        int replicas = run.description().replicas();
        while (table.next()) {
            int cell = table.count(trial) / replicas;
            if (!run.isShown(cell)) {
                return;
            }
            while (written < cell) {
                writeCell();
            }
            double[] values = new double[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[i] = table.number(columns[i]);
            }
            int replica = table.count(trial) % replicas;
            for (int region = 0; region < run.regions().size(); region++) {
                values[BEFORE_REGIONS + region] /= scale.divisor(cell, region, replica);
            }
            checkpoints
                    .computeIfAbsent(table.count(step), unused -> new ArrayList<>())
                    .add(values);
        }
    }

    private void writeCell() {
        ReportedCell cell = run.cells().get(written);
        int trials = Math.max(1, cell.summary().completed() + cell.summary().diverged());
        List<Integer> steps = List.copyOf(checkpoints.keySet());
        List<List<double[]>> rows = List.copyOf(checkpoints.values());
        json.begin('{').key("step").list(steps.size(), i -> json.count(steps.get(i)));
        String[] single = {"epoch", "rate", "momentum"};
        for (int i = 0; i < single.length; i++) {
            int column = i;
            json.key(single[i])
                    .list(
                            rows.size(),
                            row -> json.number(quantile(
                                    rows.get(row), column, 0.5, rows.get(row).size())));
        }
        json.key("error").begin('[');
        for (int i = single.length; i < single.length + 1 + run.regions().size(); i++) {
            int column = i;
            json.begin('[');
            for (double p : QUARTILES) {
                json.list(rows.size(), row -> json.number(quantile(rows.get(row), column, p, trials)));
            }
            json.end(']');
        }
        json.end(']').end('}');
        checkpoints.clear();
        written++;
    }

    /** Trials that are not there any more rank worst. */
    private static double quantile(List<double[]> rows, int column, double p, int trials) {
        double[] values = new double[Math.max(trials, rows.size())];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < rows.size(); i++) {
            values[i] = rows.get(i)[column];
        }
        return new Quantiles(values).at(p);
    }
}

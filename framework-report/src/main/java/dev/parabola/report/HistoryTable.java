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
    private final Map<Integer, Checkpoint> checkpoints = new TreeMap<>();
    private int written;

    private HistoryTable(ReportedRun run, ErrorScale scale) {
        this.run = run;
        this.scale = scale;
    }

    /** The trials of a cell at a step. */
    private static final class Checkpoint {
        private final double[][] columns;
        private int rows;

        Checkpoint(int columnCount) {
            columns = new double[columnCount][16];
        }

        boolean isEmpty() {
            return rows == 0;
        }

        /** So that the next cell takes no new memory. */
        void clear() {
            rows = 0;
        }

        int addRow() {
            if (rows == columns[0].length) {
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = Arrays.copyOf(columns[i], 2 * rows);
                }
            }
            return rows++;
        }

        /** Of so many trials at least; those that are not there any more rank worst. */
        Quantiles quantiles(int column, int trials) {
            return new Quantiles(columns[column], rows, Math.max(trials, rows));
        }
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
            int number = table.count(trial);
            int cell = number / replicas;
            if (!run.isShown(cell)) {
                return;
            }
            while (written < cell) {
                writeCell();
            }
            add(table, checkpoint(table.count(step), columns.length), columns, number % replicas);
        }
    }

    private Checkpoint checkpoint(int step, int columns) {
        return checkpoints.computeIfAbsent(step, unused -> new Checkpoint(columns));
    }

    private void add(RunTable table, Checkpoint checkpoint, int[] columns, int replica) {
        int row = checkpoint.addRow();
        for (int i = 0; i < columns.length; i++) {
            double value = table.number(columns[i]);
            checkpoint.columns[i][row] =
                    i < BEFORE_REGIONS ? value : value / scale.divisor(written, i - BEFORE_REGIONS, replica);
        }
    }

    private void writeCell() {
        ReportedCell cell = run.cells().get(written);
        int trials = Math.max(1, cell.summary().completed() + cell.summary().diverged());
        checkpoints.values().removeIf(Checkpoint::isEmpty);
        List<Integer> steps = List.copyOf(checkpoints.keySet());
        json.begin('{').key("step").list(steps.size(), i -> json.count(steps.get(i)));
        String[] single = {"epoch", "rate", "momentum"};
        for (int i = 0; i < single.length; i++) {
            int column = i;
            json.key(single[i]).begin('[');
            checkpoints
                    .values()
                    .forEach(checkpoint ->
                            json.number(checkpoint.quantiles(column, 0).at(0.5)));
            json.end(']');
        }
        json.key("error").begin('[');
        for (int i = single.length; i < single.length + 1 + run.regions().size(); i++) {
            int column = i;
            List<Quantiles> errors = checkpoints.values().stream()
                    .map(checkpoint -> checkpoint.quantiles(column, trials))
                    .toList();
            json.begin('[');
            for (double p : QUARTILES) {
                json.list(errors.size(), row -> json.number(errors.get(row).at(p)));
            }
            json.end(']');
        }
        json.end(']').end('}');
        checkpoints.values().forEach(Checkpoint::clear);
        written++;
    }
}

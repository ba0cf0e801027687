package dev.parabola.report;

import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** {@code trials.csv}: how each trial ended, its errors by region and what is unhealthy in it. */
final class TrialsTable {
    private static final char FAILED = 'f';
    private static final Pattern COUNTS = Pattern.compile("[0-9]+/[0-9]+ ");

    private final ReportedRun run;
    private final List<Cell> cells = new ArrayList<>();
    private final Failures failures = new Failures();

    private TrialsTable(ReportedRun run) {
        this.run = run;
        run.cells().forEach(cell -> cells.add(new Cell(run.regions().size())));
    }

    /** A cell's trials in order. */
    static final class Cell {
        private final StringBuilder status = new StringBuilder();
        private final List<Column> regions = new ArrayList<>();
        private final Map<String, Integer> findings = new TreeMap<>();
        private int unhealthy;

        Cell(int regionCount) {
            for (int i = 0; i < regionCount; i++) {
                regions.add(new Column());
            }
        }

        private static final class Column {
            private final List<double[]> errors = new ArrayList<>();
            private final StringBuilder success = new StringBuilder();
        }

        /** How many trials have each kind of finding, its layer included, its numbers not. */
        Map<String, Integer> findings() {
            return findings;
        }

        int size() {
            return status.length();
        }

        /** The places of the trials that completed or diverged. */
        IntStream counted() {
            return IntStream.range(0, size()).filter(trial -> status.charAt(trial) != FAILED);
        }

        double rmse(int region, int trial) {
            return regions.get(region).errors.get(trial)[0];
        }

        double relative(int region, int trial) {
            return regions.get(region).errors.get(trial)[1];
        }

        /** The target's standard deviation in the region, which is what nrmse divides by; not finite where it cannot be told. */
        double spread(int region, int trial) {
            return rmse(region, trial) / relative(region, trial);
        }

        /** Whether a trial has an error and none that is relative. */
        boolean lacksRelative(int region, int trial) {
            return Double.isFinite(rmse(region, trial)) && Double.isNaN(relative(region, trial));
        }

        int unhealthy() {
            return unhealthy;
        }
    }

    static TrialsTable read(ReportedRun run) {
        TrialsTable result = new TrialsTable(run);
        try (RunTable table = ReportedRun.required(run.folder(), "trials.csv")) {
            result.read(table);
        }
        return result;
    }

    private void read(RunTable table) {
        int cellColumn = table.required("cell");
        int status = table.required("status");
        int health = table.column("health");
        int error = table.column("error");
        int[][] columns = new int[run.regions().size()][];
        for (int i = 0; i < columns.length; i++) {
            String region = run.regions().get(i);
            columns[i] = new int[] {
                table.required(region + ".rmse"), table.required(region + ".nrmse"), table.required(region + ".success")
            };
        }
        while (table.next()) {
            int number = table.count(cellColumn);
            // One letter for how it ended: completed, diverged or failed.
            char ended = letter(table.text(status));
            if (ended == FAILED) {
                failures.add(table.text(error));
            }
            if (run.isShown(number)) {
                Cell cell = cells.get(number);
                cell.status.append(ended);
                for (int i = 0; i < columns.length; i++) {
                    Cell.Column region = cell.regions.get(i);
                    region.errors.add(new double[] {table.number(columns[i][0]), table.number(columns[i][1])});
                    region.success.append(table.isText(columns[i][2], "true") ? '1' : '0');
                }
                if (!table.isEmpty(health)) {
                    cell.unhealthy++;
                    for (String finding : table.text(health).split("; ", -1)) {
                        cell.findings.merge(kind(finding), 1, Integer::sum);
                    }
                }
            }
        }
    }

    private static char letter(String status) {
        return status.isEmpty() ? FAILED : status.charAt(0);
    }

    /** {@code layer 0: dead} of {@code layer 0: 3/10 dead}. */
    private static String kind(String finding) {
        return COUNTS.matcher(finding).replaceAll("");
    }

    Cell cell(int number) {
        return cells.get(number);
    }

    /** Why trials failed, those of cells that the page does not show included. */
    Failures failures() {
        return failures;
    }

    void write(Json json, ErrorScale scale) {
        json.begin('[');
        for (int number = 0; number < cells.size(); number++) {
            int cell = number;
            Cell trials = cells.get(cell);
            json.begin('{').key("status").text(trials.status.toString());
            json.key("error").begin('[');
            for (int i = 0; i < trials.regions.size(); i++) {
                int region = i;
                json.list(trials.size(), trial -> json.number(scale.error(cell, region, trial)));
            }
            json.end(']').key("success");
            json.list(
                    trials.regions.size(),
                    region -> json.text(trials.regions.get(region).success.toString()));
            json.key("limit").list(trials.regions.size(), region -> json.number(scale.limit(cell, region)));
            json.key("within").list(trials.regions.size(), region -> Thresholds.counts(json, trials, region));
            json.end('}');
        }
        json.end(']');
    }
}

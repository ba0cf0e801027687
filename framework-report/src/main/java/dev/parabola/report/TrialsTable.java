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

    private TrialsTable(ReportedRun run) {
        this.run = run;
        run.cells().forEach(cell -> cells.add(new Cell(run.regions().size())));
    }

    /** A cell's trials in order. */
    static final class Cell {
        private final StringBuilder status = new StringBuilder();
        private final List<List<double[]>> regions = new ArrayList<>();
        private final Map<String, Integer> findings = new TreeMap<>();
        private int unhealthy;

        Cell(int regionCount) {
            for (int i = 0; i < regionCount; i++) {
                regions.add(new ArrayList<>());
            }
        }

        /** How many trials have each kind of finding, its layer included, its numbers not. */
        Map<String, Integer> findings() {
            return findings;
        }

        /** The errors in a region of the trials that completed or, as NaN, diverged. */
        double[] errors(int region) {
            return IntStream.range(0, regions.get(region).size())
                    .filter(trial -> status.charAt(trial) != FAILED)
                    .mapToDouble(trial -> regions.get(region).get(trial)[0])
                    .toArray();
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
        int[][] columns = new int[run.regions().size()][];
        for (int i = 0; i < columns.length; i++) {
            String region = run.regions().get(i);
            columns[i] = new int[] {
                table.required(region + ".rmse"),
                table.required(region + ".nrmse"),
                table.required(region + ".max_error")
            };
        }
        while (table.next()) {
            int number = table.count(cellColumn);
            if (!run.isShown(number)) {
                return;
            }
            Cell cell = cells.get(number);
            // One letter for how it ended: completed, diverged or failed.
            cell.status.append(
                    table.text(status), 0, Math.min(1, table.text(status).length()));
            for (int i = 0; i < columns.length; i++) {
                cell.regions.get(i).add(new double[] {
                    table.number(columns[i][0]), table.number(columns[i][1]), table.number(columns[i][2])
                });
            }
            if (!table.isEmpty(health)) {
                cell.unhealthy++;
                for (String finding : table.text(health).split("; ", -1)) {
                    cell.findings.merge(kind(finding), 1, Integer::sum);
                }
            }
        }
    }

    /** {@code layer 0: dead} of {@code layer 0: 3/10 dead}. */
    private static String kind(String finding) {
        return COUNTS.matcher(finding).replaceAll("");
    }

    Cell cell(int number) {
        return cells.get(number);
    }

    void write(Json json) {
        json.begin('[');
        boolean maximum = run.description().success().containsKey("max_error");
        for (Cell cell : cells) {
            json.begin('{').key("status").text(cell.status.toString());
            json.key("rmse").begin('[');
            cell.regions.forEach(trials -> json.list(trials.size(), i -> json.number(trials.get(i)[0])));
            json.end(']');
            // A cell's target has the same spread for all of its trials, so nrmse is rmse over it.
            json.key("spread").begin('[');
            cell.regions.forEach(trials -> json.number(spread(trials)));
            json.end(']');
            if (maximum) {
                json.key("max_error").begin('[');
                cell.regions.forEach(trials -> json.list(trials.size(), i -> json.number(trials.get(i)[2])));
                json.end(']');
            }
            json.end('}');
        }
        json.end(']');
    }

    private static double spread(List<double[]> trials) {
        for (double[] trial : trials) {
            double spread = trial[0] / trial[1];
            if (Double.isFinite(spread)) {
                return spread;
            }
        }
        return Double.NaN;
    }
}

package dev.parabola.report;

import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code breakpoints.csv}: where a network passes its units' kinks, and its slopes beside them. */
final class BreakpointsTable {
    private static final int MOST_KINKS = 8_000;

    private final ReportedRun run;
    private final FitsTable fits;
    private final Json json = new Json();
    private final Map<Integer, List<Kink>> replicas = new TreeMap<>();
    private int written;

    private BreakpointsTable(ReportedRun run, FitsTable fits) {
        this.run = run;
        this.fits = fits;
    }

    private record Kink(int layer, int unit, double x, double left, double right) {}

    /** Every cell's kinks as JSON, those of the replica that is shown moving first; null for a cell without. */
    static String read(ReportedRun run, FitsTable fits) {
        BreakpointsTable result = new BreakpointsTable(run, fits);
        result.json.begin('[');
        Optional<RunTable> found = RunTable.open(run.folder(), "breakpoints.csv");
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
        int replica = table.required("replica");
        int layer = table.required("layer");
        int unit = table.required("unit");
        int x = table.required("x");
        int left = table.required("slope_left");
        int right = table.required("slope_right");
        while (table.next()) {
            int cell = table.count(cellColumn);
            if (!run.isShown(cell)) {
                return;
            }
            while (written < cell) {
                writeCell();
            }
            replicas.computeIfAbsent(table.count(replica), unused -> new ArrayList<>())
                    .add(new Kink(
                            table.count(layer),
                            table.count(unit),
                            table.number(x),
                            table.number(left),
                            table.number(right)));
        }
    }

    private void writeCell() {
        if (replicas.isEmpty()) {
            json.nothing();
        } else {
            List<Integer> order = new ArrayList<>(replicas.keySet());
            int shown = fits.middle(written).orElse(order.get(0));
            order.sort(
                    Comparator.comparing((Integer replica) -> replica != shown).thenComparing(replica -> replica));
            int room = MOST_KINKS / run.cells().size();
            json.begin('[');
            for (int replica : order) {
                List<Kink> kinks = replicas.getOrDefault(replica, List.of());
                room -= kinks.size();
                if (room >= 0 || replica == order.get(0)) {
                    write(replica, kinks.subList(0, Math.min(kinks.size(), MOST_KINKS)));
                }
            }
            json.end(']');
        }
        replicas.clear();
        written++;
    }

    private void write(int replica, List<Kink> kinks) {
        List<Kink> sorted = new ArrayList<>(kinks);
        sorted.sort(Comparator.comparingDouble(Kink::x));
        Curve x = new Curve();
        sorted.forEach(kink -> x.add(kink.x()));
        json.begin('{').key("replica").count(replica).key("x");
        x.write(json);
        json.key("layer").list(sorted.size(), i -> json.count(sorted.get(i).layer()));
        json.key("unit").list(sorted.size(), i -> json.count(sorted.get(i).unit()));
        json.key("left").list(sorted.size(), i -> json.number(sorted.get(i).left()));
        json.key("right").list(sorted.size(), i -> json.number(sorted.get(i).right()));
        json.end('}');
    }
}

package dev.parabola.report;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How many trials would have learned a region had the limit been another nrmse. */
final class Thresholds {
    private static final double[] SHOWN = {1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5
    };

    private Thresholds() {}

    static void write(Json json) {
        json.list(SHOWN.length, i -> json.exactly(SHOWN[i]));
    }

    /** For each threshold the trials of a cell that are within it; null where the region has no nrmse. */
    static void counts(Json json, TrialsTable.Cell trials, int region) {
        if (IntStream.range(0, trials.size()).anyMatch(trial -> trials.lacksRelative(region, trial))) {
            json.nothing();
            return;
        }
        double[] errors = trials.counted()
                .mapToDouble(trial -> trials.relative(region, trial))
                .toArray();
        json.list(
                SHOWN.length,
                i -> json.count(DoubleStream.of(errors)
                        .filter(error -> error <= SHOWN[i])
                        .count()));
    }
}

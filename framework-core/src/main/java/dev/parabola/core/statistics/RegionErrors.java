package dev.parabola.core.statistics;

import dev.parabola.core.results.TrialRow;
import dev.parabola.core.training.TrialResult.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The errors of the compared cells' trials in one region, by cell and replica, nine bytes each: no more of a trial than comparisons
 * need.
 */
final class RegionErrors {
    private static final byte LEFT_OUT = 0;
    private static final byte NOT_LEARNED = 1;
    private static final byte LEARNED = 2;

    private final int region;
    private final int replicas;
    private final double[] errors;
    private final byte[] outcomes;
    private final Measure[] measures;

    /** What the errors of a cell are. */
    private enum Measure {
        /** The region does not exist in this cell. */
        ABSENT,
        /** Relative to the spread of the target. */
        NRMSE,
        /** In the units of a target that has no spread. */
        RMSE,
        /** No error but those of lost trials, which are worse than any other in either measure. */
        LOST;

        boolean isComparableWith(Measure other) {
            return this == other || this == LOST || other == LOST;
        }
    }

    /** Room for the errors of cells, none of which has the region so far. */
    RegionErrors(int region, int cells, int replicas) {
        this.region = region;
        this.replicas = replicas;
        errors = new double[Math.multiplyExact(cells, replicas)];
        outcomes = new byte[errors.length];
        measures = new Measure[cells];
        Arrays.fill(measures, Measure.ABSENT);
    }

    /** Takes a cell's trials by replica. The region counts as one of a cell whose trials all failed. */
    void put(int cell, List<TrialRow> rows) {
        Measure measure = measure(rows);
        measures[cell] = measure;
        for (TrialRow row : rows) {
            Optional<RegionError> error = RegionError.of(row, region);
            int place = cell * replicas + row.replica();
            errors[place] = error.map(found -> measure == Measure.NRMSE && !found.lost()
                            ? found.nrmse().orElseThrow()
                            : found.rmse())
                    .orElse(Double.NaN);
            outcomes[place] =
                    error.map(found -> found.learned() ? LEARNED : NOT_LEARNED).orElse(LEFT_OUT);
        }
    }

    private Measure measure(List<TrialRow> rows) {
        Measure measure = Measure.LOST;
        for (TrialRow row : rows) {
            Optional<RegionError> error = RegionError.of(row, region);
            if (error.isEmpty() && row.status() != Status.FAILED) {
                return Measure.ABSENT;
            }
            if (error.isPresent() && !error.get().lost() && measure != Measure.RMSE) {
                measure = error.get().nrmse().isPresent() ? Measure.NRMSE : Measure.RMSE;
            }
        }
        return measure;
    }

    int replicas() {
        return replicas;
    }

    /** Whether the region exists in a cell. */
    boolean exists(int cell) {
        return measures[cell] != Measure.ABSENT;
    }

    /**
     * Whether two cells can be compared by a replica's trials: neither failed, and their errors are in the same measure. A target without
     * spread in the region has no nrmse; its errors are compared with those of another such target only, as RMSE.
     */
    boolean isPaired(int a, int b, int replica) {
        return has(a, replica)
                && has(b, replica)
                && exists(a)
                && exists(b)
                && measures[a].isComparableWith(measures[b]);
    }

    /** The logarithm of the ratio of two errors of a replica, the first cell's to the second's. */
    double difference(int a, int b, int replica) {
        return LogRatio.of(errors[a * replicas + replica], errors[b * replicas + replica]);
    }

    boolean learned(int cell, int replica) {
        return outcomes[cell * replicas + replica] == LEARNED;
    }

    private boolean has(int cell, int replica) {
        return outcomes[cell * replicas + replica] != LEFT_OUT;
    }
}

package dev.parabola.core.statistics;

import dev.parabola.core.results.TrialRow;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.List;
import java.util.Optional;

/** The errors of a cell's trials in one region, by replica: no more of a trial than comparisons need. */
final class RegionErrors {
    private static final byte LEFT_OUT = 0;
    private static final byte NOT_LEARNED = 1;
    private static final byte LEARNED = 2;

    private final double[] rmse;
    private final byte[] outcome;

    private RegionErrors(int replicas) {
        rmse = new double[replicas];
        outcome = new byte[replicas];
    }

    /**
     * The errors of a cell.
     *
     * @param rows its trials by replica
     * @param region the number of the region in the study
     * @return the errors, none of them where all trials failed; empty if the region does not exist in this cell
     */
    static Optional<RegionErrors> of(List<TrialRow> rows, int region) {
        RegionErrors errors = new RegionErrors(rows.size());
        for (TrialRow row : rows) {
            if (row.status() == Status.FAILED) {
                continue;
            }
            Optional<Score> score = row.regions().get(region);
            if (score.isEmpty()) {
                return Optional.empty();
            }
            errors.rmse[row.replica()] = score.get().rmse();
            errors.outcome[row.replica()] = score.get().success() ? LEARNED : NOT_LEARNED;
        }
        return Optional.of(errors);
    }

    int replicas() {
        return rmse.length;
    }

    /** Whether the replica's trial did not fail. */
    boolean has(int replica) {
        return outcome[replica] != LEFT_OUT;
    }

    /** The root mean squared error; NaN if the trial diverged. */
    double rmse(int replica) {
        return rmse[replica];
    }

    boolean learned(int replica) {
        return outcome[replica] == LEARNED;
    }
}

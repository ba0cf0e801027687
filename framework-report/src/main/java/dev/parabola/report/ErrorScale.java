package dev.parabola.report;

import dev.parabola.core.results.CellSummary.RegionSummary;
import java.util.Map;

/**
 * In what errors are drawn. Where the target has the same spread in every cell, RMSE in the target's units compares them as well as
 * nrmse does and says more; where spreads differ, only errors relative to them can stand on one axis. Regions without nrmse have RMSE.
 */
final class ErrorScale {
    private static final double SAME = 1e-9;

    private final TrialsTable trials;
    private final boolean[] relative;
    private final double[] spreads;
    private final Map<String, Double> limits;

    ErrorScale(ReportedRun run, TrialsTable trials) {
        this.trials = trials;
        limits = run.description().success();
        relative = new boolean[run.regions().size()];
        spreads = new double[relative.length];
        for (int region = 0; region < relative.length; region++) {
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            boolean known = true;
            for (int cell = 0; cell < run.cells().size(); cell++) {
                TrialsTable.Cell found = trials.cell(cell);
                for (int trial = 0; trial < found.size(); trial++) {
                    double spread = found.spread(region, trial);
                    if (Double.isFinite(spread)) {
                        least = Math.min(least, spread);
                        most = Math.max(most, spread);
                    } else {
                        known &= !found.lacksRelative(region, trial);
                    }
                }
            }
            boolean same = most <= least * (1 + SAME);
            relative[region] = known && !same;
            spreads[region] = known && most > 0 ? same ? least : 1 : Double.NaN;
        }
    }

    /** What an error in a region is called. */
    String name(int region) {
        return relative[region] ? "nrmse" : "RMSE";
    }

    /** The median error of a cell, as it is drawn; NaN where there is none, or the median trial diverged. */
    double median(RegionSummary result, int region) {
        return relative[region] ? result.nrmseMedian().orElse(Double.NaN) : result.rmseMedian();
    }

    /** What errors as they are drawn are divided by to be nrmse; NaN where there is none. */
    double spread(int region) {
        return spreads[region];
    }

    /** The error of a trial as it is drawn. */
    double error(int cell, int region, int trial) {
        TrialsTable.Cell found = trials.cell(cell);
        return relative[region] ? found.relative(region, trial) : found.rmse(region, trial);
    }

    /** The errors of the trials of a cell that count: those that completed or, as NaN, diverged. */
    double[] errors(int cell, int region) {
        return trials.cell(cell)
                .counted()
                .mapToDouble(trial -> error(cell, region, trial))
                .toArray();
    }

    /** What an RMSE is divided by to be drawn. */
    double divisor(int cell, int region, int trial) {
        if (!relative[region]) {
            return 1;
        }
        double own = trials.cell(cell).spread(region, trial);
        return Double.isFinite(own) ? own : divisor(cell, region);
    }

    /** The same for what a whole cell has, such as its floor: the spread of its first trial that has one. */
    double divisor(int cell, int region) {
        if (!relative[region]) {
            return 1;
        }
        TrialsTable.Cell found = trials.cell(cell);
        for (int trial = 0; trial < found.size(); trial++) {
            if (Double.isFinite(found.spread(region, trial))) {
                return found.spread(region, trial);
            }
        }
        return Double.NaN;
    }

    /** The largest error, as it is drawn, with which a trial succeeds if max_error allows it; NaN where only that is limited. */
    double limit(int cell, int region) {
        double nrmse = limits.getOrDefault("nrmse", Double.NaN);
        double rmse = limits.getOrDefault("rmse", Double.NaN);
        double ofRelative = relative[region] ? nrmse : nrmse * spreads[region];
        double ofRmse = rmse / divisor(cell, region);
        if (Double.isNaN(ofRelative) || Double.isNaN(ofRmse)) {
            return Double.isNaN(ofRelative) ? ofRmse : ofRelative;
        }
        return Math.min(ofRelative, ofRmse);
    }
}

package dev.parabola.core.statistics;

import dev.parabola.core.results.HistoryReader;
import dev.parabola.core.results.HistoryRow;
import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the learning curves of a cell's trials tell. */
final class LearningCurves implements AutoCloseable {
    private final HistoryReader reader;

    LearningCurves(Path folder, Study study) {
        reader = new HistoryReader(folder, study);
    }

    /**
     * A cell's curves.
     *
     * @param improvement the median over completed trials of the training loss at the end, relative to that at the last checkpoint in the
     *     first half of the steps
     * @param rateAtDivergence the median over diverged trials of the learning rate at the last checkpoint
     */
    record Curves(OptionalDouble improvement, OptionalDouble rateAtDivergence) {}

    /** The curves of a cell, asked for in ascending order. */
    Curves of(List<TrialRow> trials) {
        List<Double> improvements = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (TrialRow trial : trials) {
            List<HistoryRow> rows = reader.trial(trial.trial());
            if (rows.isEmpty()) {
                continue;
            }
            HistoryRow last = rows.get(rows.size() - 1);
            if (trial.status() == Status.DIVERGED) {
                rates.add(last.learningRate());
            } else if (trial.status() == Status.COMPLETED && last.step() > 1) {
                improvements.add(last.trainLoss() / half(rows, last.step()).trainLoss());
            }
        }
        return new Curves(median(improvements), median(rates));
    }

    private static HistoryRow half(List<HistoryRow> rows, long steps) {
        HistoryRow half = rows.get(0);
        for (HistoryRow row : rows) {
            if (row.step() <= steps / 2) {
                half = row;
            }
        }
        return half;
    }

    private static OptionalDouble median(List<Double> sample) {
        return sample.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(new Quantiles(
                                sample.stream().mapToDouble(Double::doubleValue).toArray())
                        .at(0.5));
    }

    @Override
    public void close() {
        reader.close();
    }
}

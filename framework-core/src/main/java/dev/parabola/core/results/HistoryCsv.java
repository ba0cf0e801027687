package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Checkpoint;
import java.nio.file.Path;

/** Writes {@code history.csv}. */
final class HistoryCsv implements AutoCloseable {
    private final CsvFile file;

    HistoryCsv(Path folder, Study study) {
        file = new CsvFile(RunFile.HISTORY.in(folder), Columns.history(study));
    }

    void add(TrialResult result) {
        for (Checkpoint checkpoint : result.history()) {
            file.count(result.trial()).count(checkpoint.step());
            file.number((double) checkpoint.step() / result.stepsPerEpoch());
            file.number(checkpoint.learningRate());
            checkpoint.momentum().ifPresentOrElse(file::number, () -> file.empty(1));
            file.number(checkpoint.trainLoss());
            for (int region = 0; region < checkpoint.rmse().length; region++) {
                double rmse = checkpoint.rmse()[region];
                if (exists(result, region, rmse)) {
                    file.number(rmse);
                } else {
                    file.empty(1);
                }
            }
            file.endRow();
        }
    }

    /** A failed trial does not say which regions its cell has; there, a NaN stands for none. */
    private static boolean exists(TrialResult result, int region, double rmse) {
        return result.regions().isEmpty()
                ? !Double.isNaN(rmse)
                : result.regions().get(region).isPresent();
    }

    @Override
    public void close() {
        file.close();
    }
}

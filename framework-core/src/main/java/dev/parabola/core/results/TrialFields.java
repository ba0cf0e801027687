package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The fields of a row of {@code trials.csv}. */
final class TrialFields extends RowFields {
    private final Study study;

    TrialFields(CsvRecords record, Study study) {
        super(record, Columns.trials(study).size());
        this.study = study;
    }

    TrialRow row() {
        long trial = count();
        long cell = count();
        int replica = (int) count();
        if (trial != cell * study.replicas() + replica) {
            throw new IllegalArgumentException("trial " + trial + " is not replica " + replica + " of cell " + cell);
        }
        List<String> levels = new ArrayList<>();
        for (int factor = 0; factor < study.factors().size(); factor++) {
            levels.add(FormulaGuard.unguard(next()));
        }
        Status status = status();
        long steps = count();
        double epochs = number();
        OptionalDouble trainMse = numberIfAny();
        List<Optional<Score>> regions = new ArrayList<>();
        for (int region = 0; region < study.regionNames().size(); region++) {
            regions.add(score());
        }
        int parameters = (int) count();
        String health = FormulaGuard.unguard(next());
        Optional<String> error = isEmpty() ? Optional.empty() : Optional.of(FormulaGuard.unguard(next()));
        return new TrialRow(
                trial, cell, replica, levels, status, steps, epochs, trainMse, regions, parameters, health, error);
    }

    private Optional<Score> score() {
        if (isEmpty()) {
            return skip(Optional.empty(), TrialsCsv.MEASURES);
        }
        double rmse = number();
        OptionalDouble nrmse = numberIfAny();
        double maxError = number();
        OptionalDouble r2 = numberIfAny();
        boolean success = flag();
        OptionalLong firstSuccess = isEmpty() ? skip(OptionalLong.empty(), 1) : OptionalLong.of(count());
        return Optional.of(new Score(rmse, nrmse, maxError, r2, success, firstSuccess));
    }

    private Status status() {
        String text = next();
        for (Status status : Status.values()) {
            if (text.equals(TrialsCsv.text(status))) {
                return status;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no status");
    }
}

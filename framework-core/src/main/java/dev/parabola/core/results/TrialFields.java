package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVRecord;

/** The fields of a row of {@code trials.csv}, taken from left to right; an illegal argument is a damaged row. */
final class TrialFields {
    private final CSVRecord record;
    private final Study study;
    private int column;

    TrialFields(CSVRecord record, Study study) {
        int columns = Columns.trials(study).size();
        if (record.size() != columns) {
            throw new IllegalArgumentException(record.size() + " fields instead of " + columns);
        }
        this.record = record;
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
        Status status = Status.valueOf(next().toUpperCase(Locale.ROOT));
        long steps = count();
        double epochs = Double.parseDouble(next());
        String mse = next();
        OptionalDouble trainMse = mse.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(mse));
        List<Optional<Score>> regions = new ArrayList<>();
        for (int region = 0; region < study.regionNames().size(); region++) {
            regions.add(score());
        }
        int parameters = (int) count();
        // The health of a trial does not enter the statistics.
        column++;
        String error = next();
        return new TrialRow(
                trial,
                cell,
                replica,
                levels,
                status,
                steps,
                epochs,
                trainMse,
                regions,
                parameters,
                error.isEmpty() ? Optional.empty() : Optional.of(FormulaGuard.unguard(error)));
    }

    private Optional<Score> score() {
        if (record.get(column).isEmpty()) {
            column += TrialsCsv.MEASURES;
            return Optional.empty();
        }
        double rmse = Double.parseDouble(next());
        double nrmse = Double.parseDouble(next());
        double maxError = Double.parseDouble(next());
        double r2 = Double.parseDouble(next());
        boolean success = flag();
        String first = next();
        OptionalLong firstSuccess = first.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(first));
        return Optional.of(new Score(rmse, nrmse, maxError, r2, success, firstSuccess));
    }

    private long count() {
        return Long.parseLong(next());
    }

    private boolean flag() {
        String text = next();
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        }
        return Boolean.parseBoolean(text);
    }

    private String next() {
        return record.get(column++);
    }
}

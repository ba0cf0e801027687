package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import dev.parabola.core.text.OneLine;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes {@code trials.csv}. */
final class TrialsCsv implements AutoCloseable {
    /** Fields of a region. */
    static final int MEASURES = 6;

    private final CsvFile file;
    private final int regions;

    TrialsCsv(Path folder, Study study) {
        file = new CsvFile(RunFile.TRIALS.in(folder), Columns.trials(study));
        regions = study.regionNames().size();
    }

    void add(TrialResult result) {
        file.count(result.trial()).count(result.cell()).count(result.replica());
        file.texts(result.levels());
        file.text(text(result.status()));
        file.count(result.steps()).number((double) result.steps() / result.stepsPerEpoch());
        addScores(result);
        file.count(result.parameters()).text(HealthText.of(result.health()));
        result.error().ifPresentOrElse(error -> file.text(OneLine.of(error)), () -> file.empty(1));
        file.endRow();
    }

    /** How the table says how a trial ended. */
    static String text(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private void addScores(TrialResult result) {
        if (result.status() == Status.FAILED) {
            file.empty(1 + MEASURES * regions);
            return;
        }
        boolean completed = result.status() == Status.COMPLETED;
        file.number(completed ? result.trainMse() : Double.NaN);
        for (Optional<Score> region : result.regions()) {
            region.ifPresentOrElse(score -> addScore(score, completed), () -> file.empty(MEASURES));
        }
    }

    private void addScore(Score score, boolean completed) {
        file.number(completed ? score.rmse() : Double.NaN);
        addRelative(score.nrmse(), completed);
        file.number(completed ? score.maxError() : Double.NaN);
        addRelative(score.r2(), completed);
        file.flag(completed && score.success());
        score.firstSuccess().ifPresentOrElse(file::count, () -> file.empty(1));
    }

    private void addRelative(OptionalDouble measure, boolean completed) {
        measure.ifPresentOrElse(value -> file.number(completed ? value : Double.NaN), () -> file.empty(1));
    }

    @Override
    public void close() {
        file.close();
    }
}

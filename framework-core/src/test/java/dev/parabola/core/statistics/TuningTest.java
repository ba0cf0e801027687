package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.RunWriter;
import dev.parabola.core.results.StudyForTests;
import dev.parabola.core.results.Trials;
import dev.parabola.core.study.Factor;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Score;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningTest {
    private static final Factor METHOD = new Factor("method", List.of("relu", "tanh"), false);
    private static final Factor RATE = new Factor("training.learning-rate", List.of("0.1", "0.001", "0.01"), true);
    private static final Factor LABELLED = new Factor("training.batch", List.of("small", "large"), true);

    @TempDir
    private Path folder;

    @Test
    void choosesForEachComparedLevelTheTunedLevelWithTheSmallestMedianError() {
        Tuning tuning = tuning(List.of(METHOD, RATE), 0.3, 0.2, 0.25, 0.1, 0.4, 0.1);

        assertThat(chosen(tuning, 6)).containsExactly(1, 3);
        assertThat(tuning.edges(1)).containsExactly("training.learning-rate 0.001 is the smallest tried");
        assertThat(tuning.edges(3)).containsExactly("training.learning-rate 0.1 is the largest tried");
        assertThat(tuning.edges(2)).isEmpty();
    }

    @Test
    void searchesSeveralFactorsTogether() {
        Tuning tuning = tuning(List.of(LABELLED, METHOD, RATE), 9, 9, 9, 1, 2, 3, 9, 8, 9, 4, 0.5, 6);

        assertThat(chosen(tuning, 12)).containsExactly(7, 10);
        assertThat(tuning.edges(10)).containsExactly("training.learning-rate 0.001 is the smallest tried");
    }

    @Test
    void ranksDivergedCellsWorst() {
        Tuning tuning = tuning(List.of(RATE), Double.NaN, Double.NaN, 7);

        assertThat(chosen(tuning, 3)).containsExactly(2);
        assertThat(tuning(List.of(RATE), Double.NaN, Double.NaN, Double.NaN).isChosen(0))
                .isTrue();
    }

    /** The range is searched: the wider one has the larger errors, and the smaller ones relative to what is to be learned there. */
    @Test
    void judgesErrorsRelativeToTheTargetsSpread() {
        Factor range = new Factor("data.range", List.of("[-1,1]", "[-9,9]"), true);
        StudyForTests study = new StudyForTests("tuned", 1, List.of(range), 2, List.of("inside"), 1, "study: tuned\n");
        try (RunFolder run = RunFolder.open(folder, study, true)) {
            try (RunWriter writer = run.write()) {
                write(writer, 0, 0.01, 0.03);
                write(writer, 1, 0.5, 0.02);
            }

            assertThat(chosen(Tuning.of(run), 2)).containsExactly(1);
        }
    }

    private static void write(RunWriter writer, int trial, double rmse, double nrmse) {
        Score score = new Score(rmse, OptionalDouble.of(nrmse), rmse, OptionalDouble.of(1), true, OptionalLong.empty());
        Trials.write(
                writer,
                Trials.with(List.of("range"), List.of(Optional.of(score)), Trials.completed(trial, 1, rmse, true)));
    }

    @Test
    void comparesEveryCellWhereNothingIsTuned() {
        Tuning tuning = tuning(List.of(METHOD), 1, 2);

        assertThat(tuning.isTuned()).isFalse();
        assertThat(chosen(tuning, 2)).containsExactly(0, 1);
    }

    private static long[] chosen(Tuning tuning, int cells) {
        return LongStream.range(0, cells).filter(tuning::isChosen).toArray();
    }

    /** Two replicas a cell, whose errors lie on both sides of the median that is given. */
    private Tuning tuning(List<Factor> factors, double... medians) {
        StudyForTests study =
                new StudyForTests("tuned", 2, factors, medians.length, List.of("inside", "far"), 1, "study: tuned\n");
        try (RunFolder run = RunFolder.open(folder, study, true)) {
            try (RunWriter writer = run.write()) {
                for (int cell = 0; cell < medians.length; cell++) {
                    write(writer, cell, medians[cell], factors);
                }
            }
            return Tuning.of(run);
        }
    }

    private static void write(RunWriter writer, int cell, double median, List<Factor> factors) {
        List<String> levels = factors.stream().map(Factor::name).toList();
        for (int replica = 0; replica < 2; replica++) {
            long trial = 2L * cell + replica;
            TrialResult result = Double.isNaN(median)
                    ? Trials.diverged(trial, 2)
                    : Trials.completed(trial, 2, median + (replica == 0 ? 0.01 : -0.01), false);
            Trials.write(writer, Trials.at(levels, result));
        }
    }
}

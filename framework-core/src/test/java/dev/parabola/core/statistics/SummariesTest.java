package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parabola.core.results.DefaultLocale;
import dev.parabola.core.results.Golden;
import dev.parabola.core.results.GoldenRun;
import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.RunFolder.State;
import dev.parabola.core.results.RunWriter;
import dev.parabola.core.results.StorageException;
import dev.parabola.core.results.StudyForTests;
import dev.parabola.core.results.Trials;
import dev.parabola.core.training.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummariesTest {
    private static final int REPLICAS = 4;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "de-DE", "ar-SA-u-nu-arab", "hi-IN-u-nu-deva"})
    void haveTheSameBytesInEveryLocale(String tag) throws IOException {
        DefaultLocale.during(tag, () -> {
            try (RunFolder run = RunFolder.open(folder, GoldenRun.STUDY, false)) {
                GoldenRun.write(run);
                Summaries.write(run, cell -> {});
            }
        });

        Golden.compare(folder, RunFile.SUMMARY);
    }

    @Test
    void finishTheRun() {
        summary(Trials.completed(0, REPLICAS, 1, true), completed(1), completed(2), completed(3));

        try (RunFolder run = RunFolder.open(folder, study(1), false)) {
            assertThat(run.state()).isEqualTo(State.FINISHED);
        }
    }

    @Test
    void countDivergedTrialsAsNotSuccessfulAndRankThemWorst() {
        CSVRecord row = summary(
                        Trials.diverged(0, REPLICAS),
                        Trials.completed(1, REPLICAS, 0.5, true),
                        Trials.completed(2, REPLICAS, 0.25, true),
                        Trials.completed(3, REPLICAS, 0.75, true))
                .get(0);

        assertThat(row.get("completed")).isEqualTo("3");
        assertThat(row.get("diverged")).isEqualTo("1");
        assertThat(row.get("inside.success_rate")).isEqualTo("0.75");
        assertThat(row.get("inside.rmse.p25")).isEqualTo("0.4375");
        assertThat(row.get("inside.rmse.median")).isEqualTo("0.625");
        assertThat(row.get("inside.rmse.p75")).isEqualTo("NaN");
        assertThat(row.get("inside.nrmse.median")).isEqualTo("1.25");
        assertThat(row.get("train.mse.median")).isEqualTo("0.625");
    }

    @Test
    void leaveFailedTrialsOutAndCountThem() {
        CSVRecord row = summary(
                        Trials.failed(0, REPLICAS, "threw"),
                        Trials.failed(1, REPLICAS, "threw"),
                        Trials.completed(2, REPLICAS, 0.25, true),
                        Trials.completed(3, REPLICAS, 0.75, false))
                .get(0);

        assertThat(row.get("replicas")).isEqualTo("4");
        assertThat(row.get("failed")).isEqualTo("2");
        assertThat(row.get("parameters")).isEqualTo("31");
        assertThat(row.get("inside.success_rate")).isEqualTo("0.5");
        assertThat(row.get("inside.rmse.median")).isEqualTo("0.5");
    }

    @Test
    void areEmptyWhereEveryTrialFailed() {
        List<String> row = summary(
                        Trials.failed(0, REPLICAS, "threw"),
                        Trials.failed(1, REPLICAS, "threw"),
                        Trials.failed(2, REPLICAS, "threw"),
                        Trials.failed(3, REPLICAS, "threw"))
                .get(0)
                .toList();

        assertThat(row.subList(0, 5)).containsExactly("0", "4", "0", "0", "4");
        assertThat(row.get(5)).as("parameters").isEqualTo("31");
        int floor = row.size() - 4;
        assertThat(row.subList(6, floor)).containsOnly("");
        assertThat(Double.parseDouble(row.get(floor))).isPositive();
        assertThat(row.subList(floor + 1, row.size())).containsExactly("", "open", "4 of 4 trials failed");
    }

    @Test
    void haveARowForEachCell() {
        List<CSVRecord> rows = summary(
                completed(0),
                completed(1),
                completed(2),
                completed(3),
                Trials.diverged(4, REPLICAS),
                completed(5),
                completed(6),
                completed(7));

        assertThat(rows).extracting(row -> row.get("cell")).containsExactly("0", "1");
        assertThat(rows).extracting(row -> row.get("diverged")).containsExactly("0", "1");
    }

    @Test
    void refuseARunThatLacksTrials() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> summary(completed(0), completed(1), completed(3)))
                .withMessageContaining("trial 2 is missing");
        assertThat(RunFile.SUMMARY.in(folder)).doesNotExist();
    }

    @Test
    void refuseARunThatEndsEarly() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> summary(completed(0), completed(1)))
                .withMessageContaining("it ends before trial 2");
        assertThat(RunFile.SUMMARY.in(folder)).doesNotExist();
    }

    private static TrialResult completed(long trial) {
        return Trials.completed(trial, REPLICAS, 0.5, true);
    }

    private static StudyForTests study(long cells) {
        return StudyForTests.plain(REPLICAS, cells);
    }

    private List<CSVRecord> summary(TrialResult... results) {
        try (RunFolder run = RunFolder.open(folder, study((results.length + REPLICAS - 1) / REPLICAS), false)) {
            try (RunWriter writer = run.write()) {
                Trials.write(writer, results);
            }
            Summaries.write(run, cell -> {});
            return CSVParser.parse(
                            Files.readString(RunFile.SUMMARY.in(folder)),
                            CSVFormat.RFC4180
                                    .builder()
                                    .setHeader()
                                    .setSkipHeaderRecord(true)
                                    .get())
                    .getRecords();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

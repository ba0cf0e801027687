package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parabola.core.data.Region;
import dev.parabola.core.data.SampleDraw;
import dev.parabola.core.data.Samples;
import dev.parabola.core.data.TargetValues;
import dev.parabola.core.study.Cell;
import dev.parabola.core.text.Numbers;
import dev.parabola.core.training.Portrait;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class RunTablesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "de-DE", "ar-SA-u-nu-arab", "hi-IN-u-nu-deva"})
    void haveTheSameBytesInEveryLocale(String tag) throws IOException {
        DefaultLocale.during(tag, () -> GoldenRun.write(folder));

        Golden.compare(folder, RunFile.TRIALS);
        Golden.compare(folder, RunFile.HISTORY);
        Golden.compare(folder, RunFile.PREDICTIONS);
        Golden.compare(folder, RunFile.SAMPLES);
        Golden.compare(folder, RunFile.LAYERS);
        Golden.compare(folder, RunFile.BREAKPOINTS);
    }

    @Test
    void keepTheManifestByteForByte() {
        GoldenRun.write(folder);

        assertThat(RunFile.MANIFEST.in(folder)).hasBinaryContent(GoldenRun.STUDY.manifestBytes());
    }

    @Test
    void keepTheLock() {
        GoldenRun.write(folder);

        assertThat(RunFile.LOCK.in(folder)).hasContent(GoldenRun.STUDY.lock());
    }

    @ParameterizedTest
    @EnumSource(
            value = RunFile.class,
            mode = Mode.EXCLUDE,
            names = {"TIMINGS", "LOG", "SUMMARY", "COMPARISONS", "EFFECTS", "REPORT"})
    void haveTheSameBytesForTheSameTrialsTwice(RunFile file) throws IOException {
        GoldenRun.write(folder.resolve("first"));
        GoldenRun.write(folder.resolve("second"));

        assertThat(file.in(folder.resolve("second")))
                .hasBinaryContent(Files.readAllBytes(file.in(folder.resolve("first"))));
    }

    @Test
    void haveTimesOfTheirOwn() {
        GoldenRun.write(folder);

        assertThat(RunFile.TIMINGS.in(folder))
                .content()
                .startsWith("trial,seconds,thread,kernel\n0,0.25,trainer-0,scalar\n1,0.25,trainer-0,scalar\n")
                .hasLineCount(13);
    }

    @Test
    void nameTheInputXWhereThereIsOne() throws IOException {
        StudyForTests study = StudyForTests.plain(1, 1);
        try (RunFolder run = RunFolder.open(folder, study, false)) {
            run.write().close();
        }

        assertThat(Files.readString(RunFile.PREDICTIONS.in(folder))).isEqualTo("cell,region,x,target,p25,median,p75\n");
    }

    @Test
    void predictForTheFirstCellsOnlyAndSaySoInTheLog() throws IOException {
        StudyForTests study = StudyForTests.plain(1, 201);
        try (RunFolder run = RunFolder.open(folder, study, false);
                RunWriter writer = run.write()) {
            for (long cell = 199; cell <= 200; cell++) {
                writer.accept(
                        withPrediction(Trials.completed(cell, 1, 0.1, true), 0.2),
                        List.of(
                                Optional.of(new Region("inside", new Samples(new double[] {0.5}, new double[] {0.25}))),
                                Optional.empty()),
                        Trials.TIMING);
            }
        }

        assertThat(RunFile.PREDICTIONS.in(folder))
                .hasContent("cell,region,x,target,p25,median,p75\n199,inside,0.5,0.25,0.2,0.2,0.2\n");
        assertThat(Files.readString(RunFile.LOG.in(folder)))
                .contains(
                        "predictions.csv, fits.csv, samples.csv and breakpoints.csv cover the first 200 of 201 cells\n");
    }

    @Test
    void keepTheTrainingPointsOfTheMiddleReplicaOfEachCell() throws IOException {
        StudyForTests study = StudyForTests.plain(3, 2);
        try (RunFolder run = RunFolder.open(folder, study, false);
                RunWriter writer = run.write()) {
            double[] errors = {0.3, 0.1, 0.2, 0.1, 0.2, 0.2};
            for (int trial = 0; trial < errors.length; trial++) {
                Trials.write(writer, Trials.completed(trial, 3, errors[trial], true));
            }
        }

        List<String> rows = Files.readAllLines(RunFile.SAMPLES.in(folder));

        Cell cell = study.cell(0);
        int count = cell.data().samples();
        Samples middle = SampleDraw.draw(study.seed(), 2, cell.data(), TargetValues.of(cell.target()));
        Samples firstOfEqual = SampleDraw.draw(study.seed(), 1, cell.data(), TargetValues.of(cell.target()));
        assertThat(rows).hasSize(1 + 2 * count).startsWith("cell,replica,x,y");
        for (int i = 0; i < count; i++) {
            assertThat(rows.get(1 + i)).isEqualTo("0,2," + row(middle, i));
            assertThat(rows.get(1 + count + i)).isEqualTo("1,1," + row(firstOfEqual, i));
        }
    }

    private static String row(Samples samples, int i) {
        return Numbers.text(samples.inputs()[i]) + "," + Numbers.text(samples.outputs()[i]);
    }

    @Test
    void refuseATrialOutOfOrder() {
        try (RunFolder run = RunFolder.open(folder, StudyForTests.plain(2, 1), false);
                RunWriter writer = run.write()) {
            Trials.write(writer, Trials.completed(1, 2, 0.1, true));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Trials.write(writer, Trials.completed(0, 2, 0.1, true)))
                    .withMessage("trial 0 after trial 1");
        }
    }

    @Test
    void areReadBackAsTheyWereWritten() {
        GoldenRun.write(folder);

        try (RunReader reader = RunReader.trials(folder, GoldenRun.STUDY)) {
            TrialRow first = reader.next();
            assertThat(first.levels()).containsExactly("square", "-0.1");
            assertThat(first.status()).isEqualTo(Status.COMPLETED);
            assertThat(first.trainMse()).hasValue(0.001);
            assertThat(first.regions().get(0).orElseThrow().firstSuccess()).hasValue(10);
            assertThat(first.error()).isEmpty();
            assertThat(first.health())
                    .isEqualTo(
                            "constant output; born dead; exploding layer 1; layer 0: 3/10 dead; layer 0: 1/10 saturated; "
                                    + "layer 0: 2/10 denormal; layer 0: 4/10 never updated; layer 0: 5/10 kinks outside the data");
            reader.next();
            TrialRow diverged = reader.next();
            assertThat(diverged.health()).isEmpty();
            assertThat(diverged.status()).isEqualTo(Status.DIVERGED);
            assertThat(diverged.trainMse().orElseThrow()).isNaN();
            assertThat(diverged.regions().get(0).orElseThrow().success()).isFalse();
            TrialRow failed = reader.next();
            assertThat(failed.levels()).containsExactly("square", "=1+1");
            assertThat(failed.trainMse()).isEmpty();
            assertThat(failed.regions()).containsExactly(Optional.empty(), Optional.empty());
            assertThat(failed.error()).hasValue("=plugin threw\\njava.lang.Boom: \"no\", really");
            reader.next();
            reader.next();
            TrialRow plane = reader.next();
            assertThat(plane.levels()).containsExactly("{\"name\":\"plane\",\"a\":[1,2]}", "-0.1");
            assertThat(plane.regions().get(1)).isEmpty();
            assertThat(plane.parameters()).isEqualTo(31);
            assertThat(plane.epochs()).isEqualTo(20.0 / 3);
            for (int trial = 7; trial < 12; trial++) {
                assertThat(reader.next().trial()).isEqualTo(trial);
            }
            assertThat(reader.hasNext()).isFalse();
        }
    }

    private static TrialResult withPrediction(TrialResult result, double prediction) {
        return new TrialResult(
                result.trial(),
                result.cell(),
                result.replica(),
                result.levels(),
                result.status(),
                result.steps(),
                result.stepsPerEpoch(),
                result.trainMse(),
                result.regions(),
                result.parameters(),
                result.error(),
                result.history(),
                result.health(),
                new Portrait(List.of(new double[] {prediction}, new double[0]), List.of(), List.of()));
    }
}

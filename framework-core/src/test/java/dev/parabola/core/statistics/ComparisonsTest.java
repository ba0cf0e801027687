package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.ComparisonRow.Tests;
import dev.parabola.core.results.ComparisonsReader;
import dev.parabola.core.results.DefaultLocale;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectsReader;
import dev.parabola.core.results.GoldenRun;
import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.RunWriter;
import dev.parabola.core.results.StorageException;
import dev.parabola.core.results.StudyForTests;
import dev.parabola.core.results.Trials;
import dev.parabola.core.study.Factor;
import dev.parabola.core.training.TrialResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double DIVERGED = Double.NaN;
    private static final double FAILED = -1;
    private static final String HEADER =
            "region,factor,cell_a,cell_b,pairs,wins_a,wins_b,ratio,low,high,p,p_adjusted,success_only_a,success_only_b,success_p\n";

    private static final Factor TWO = new Factor("two", List.of("a", "b"), false);
    private static final Factor THREE = new Factor("three", List.of("x", "y", "z"), false);
    private static final Factor TUNED = new Factor("rate", List.of("0.1", "1"), true);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "de-DE", "ar-SA-u-nu-arab", "hi-IN-u-nu-deva"})
    void haveTheSameBytesInEveryLocale(String tag) throws IOException {
        DefaultLocale.during(tag, () -> {
            try (RunFolder run = RunFolder.open(folder, GoldenRun.STUDY, false)) {
                GoldenRun.write(run);
                Comparisons.write(run, cell -> true);
            }
        });

        for (RunFile table : List.of(RunFile.COMPARISONS, RunFile.EFFECTS)) {
            try (InputStream golden = GoldenRun.class.getResourceAsStream("golden/" + table.fileName())) {
                assertThat(table.in(folder))
                        .hasBinaryContent(Objects.requireNonNull(golden).readAllBytes());
            }
        }
    }

    @Test
    void areOfCellsThatDifferInOneFactorByRegionFactorAndCell() {
        List<ComparisonRow> rows = compare(List.of(TWO, THREE), cell -> true, repeated(6, 0.1, 0.2));

        assertThat(rows).filteredOn(row -> row.region().equals("near")).hasSize(9);
        assertThat(rows.subList(0, 9))
                .extracting(row -> row.region() + " " + row.factor() + " " + row.cellA() + " " + row.cellB())
                .containsExactly(
                        "inside two 0 3",
                        "inside two 1 4",
                        "inside two 2 5",
                        "inside three 0 1",
                        "inside three 0 2",
                        "inside three 1 2",
                        "inside three 3 4",
                        "inside three 3 5",
                        "inside three 4 5");
    }

    /** All six differences are log ½: the sum of ranks is as extreme as can be, 2 of 2⁶ assignments. */
    @Test
    void pairTrialsByReplica() {
        ComparisonRow row = compareTwo(new double[] {1, 2, 3, 4, 5, 6}, new double[] {2, 4, 6, 8, 10, 12});

        assertThat(row.pairs()).isEqualTo(6);
        assertThat(row.winsA()).isEqualTo(6);
        assertThat(row.winsB()).isZero();
        Tests tests = row.tests().orElseThrow();
        assertThat(tests.ratio()).isCloseTo(0.5, within(1e-15));
        assertThat(tests.low()).isEqualTo(tests.ratio());
        assertThat(tests.high()).isEqualTo(tests.ratio());
        assertThat(tests.p()).isEqualTo(1.0 / 32);
        assertThat(row.better()).hasValue(0);
    }

    /**
     * SciPy 1.17.1, {@code wilcoxon(numpy.log(a / b))}, and by NumPy the exponentials of the median of the 55 Walsh averages and of
     * number 9 and 47 of them, 9 being R's {@code qsignrank(0.025, 10)}.
     */
    @Test
    void agreeWithSciPyOnTheLogarithmsOfTheRatios() {
        ComparisonRow row = compareTwo(
                new double[] {0.012, 0.034, 0.021, 0.5, 0.018, 0.027, 0.045, 0.011, 0.3, 0.019},
                new double[] {0.025, 0.031, 0.047, 0.9, 0.052, 0.024, 0.061, 0.044, 0.2, 0.038});

        Tests tests = row.tests().orElseThrow();
        assertThat(row.winsA()).isEqualTo(7);
        assertThat(row.winsB()).isEqualTo(3);
        assertThat(tests.p()).isCloseTo(0.037109375, within(1e-15));
        assertThat(tests.ratio()).isCloseTo(0.607332247634187, within(1e-14));
        assertThat(tests.low()).isCloseTo(0.40761973229205445, within(1e-14));
        assertThat(tests.high()).isCloseTo(0.9109983714512805, within(1e-14));
    }

    @Test
    void leaveOutPairsInWhichATrialFailed() {
        ComparisonRow row = compareTwo(new double[] {1, FAILED, 3, 4}, new double[] {2, 4, FAILED, 8});

        assertThat(row.pairs()).isEqualTo(2);
        assertThat(row.winsA()).isEqualTo(2);
    }

    @Test
    void areEmptyWhereNoPairIsLeft() throws IOException {
        ComparisonRow row = compareTwo(new double[] {1, FAILED}, new double[] {FAILED, 2});

        assertThat(row.tests()).isEmpty();
        assertThat(row.isToldApart()).isFalse();
        assertThat(Files.readString(RunFile.COMPARISONS.in(folder)))
                .isEqualTo(HEADER + "inside,two,0,1,0,0,0,,,,,,0,0,\nnear,two,0,1,0,0,0,,,,,,0,0,\n");
    }

    @Test
    void saySoWhereAllTrialsOfACellFailed() {
        ComparisonRow row = compareTwo(new double[] {FAILED, FAILED}, new double[] {1, 2});

        assertThat(row.pairs()).isZero();
        assertThat(row.tests()).isEmpty();
    }

    @Test
    void takeADivergedTrialForTheWorst() {
        ComparisonRow row = compareTwo(
                new double[] {DIVERGED, DIVERGED, DIVERGED, DIVERGED, 1, 1}, new double[] {9, 9, 9, 9, 2, 2});

        assertThat(row.winsA()).isEqualTo(2);
        assertThat(row.winsB()).isEqualTo(4);
        assertThat(row.tests().orElseThrow().ratio()).isEqualTo(INFINITY);
    }

    @Test
    void takeTwoDivergedTrialsForATie() {
        ComparisonRow row = compareTwo(
                new double[] {DIVERGED, DIVERGED, DIVERGED, DIVERGED, DIVERGED, DIVERGED},
                new double[] {DIVERGED, DIVERGED, DIVERGED, DIVERGED, DIVERGED, DIVERGED});

        assertThat(row.winsA() + row.winsB()).isZero();
        assertThat(row.tests()).contains(new Tests(1, 1, 1, 1, 1, 1));
    }

    @Test
    void countSuccessesOfOnlyOneTrialOfAPair() {
        ComparisonRow row = compareTwo(
                new double[] {0.01, 0.01, 0.01, 0.01, 0.01, 1, DIVERGED},
                new double[] {1, 1, DIVERGED, 1, 0.01, 0.01, 1});

        assertThat(row.successOnlyA()).isEqualTo(4);
        assertThat(row.successOnlyB()).isEqualTo(1);
        assertThat(row.tests().orElseThrow().successP()).isEqualTo(0.375);
    }

    /** Six pairs that all favour one cell have p = 1/32; three such comparisons make a family of each factor and region. */
    @Test
    void adjustWithinRegionAndFactor() {
        List<ComparisonRow> rows = compare(
                List.of(TWO, THREE), cell -> true, new double[][] {six(1), six(2), six(3), six(4), six(5), six(6)});

        assertThat(rows)
                .filteredOn(row -> row.factor().equals("two"))
                .extracting(row -> row.tests().orElseThrow().pAdjusted())
                .containsOnly(3.0 / 32);
        assertThat(rows)
                .filteredOn(row -> row.factor().equals("three"))
                .extracting(row -> row.tests().orElseThrow().pAdjusted())
                .containsOnly(6.0 / 32);
        assertThat(rows).noneMatch(ComparisonRow::isToldApart);
    }

    @Test
    void leaveEmptyComparisonsOutOfTheFamily() {
        List<ComparisonRow> rows = compare(List.of(THREE), cell -> true, new double[][] {six(1), six(2), six(FAILED)});

        assertThat(rows.get(0).tests().orElseThrow().pAdjusted()).isEqualTo(1.0 / 32);
        assertThat(rows.get(0).better()).hasValue(0);
    }

    /** Cells 0 to 5: three levels of the compared factor for each of the two tuned ones. */
    @Test
    void areOfTheChosenCellsOnlyWhateverTheirTunedLevels() {
        List<ComparisonRow> rows =
                compare(List.of(TUNED, THREE), cell -> cell == 3 || cell == 1 || cell == 5, repeated(6, 0.1, 0.2));

        assertThat(rows)
                .filteredOn(row -> row.region().equals("inside"))
                .extracting(row -> row.factor() + " " + row.cellA() + " " + row.cellB())
                .containsExactly("three 1 3", "three 1 5", "three 3 5");
    }

    @Test
    void areNoneWithoutFactors() throws IOException {
        assertThat(compare(List.of(), cell -> true, new double[][] {{1, 2, 3}})).isEmpty();
        assertThat(Files.readString(RunFile.COMPARISONS.in(folder))).isEqualTo(HEADER);
    }

    @Test
    void coverStudiesOfUpToTwoHundredCells() throws IOException {
        List<String> levels = IntStream.range(0, 67).mapToObj(Integer::toString).toList();
        double[][] errors = repeated(201, 0.5);
        errors[200] = new double[] {1};
        errors[199] = errors[200];

        assertThat(compare(List.of(new Factor("many", levels, false), THREE), cell -> true, errors))
                .isEmpty();

        assertThat(Files.readString(RunFile.LOG.in(folder)))
                .contains("comparisons.csv has no rows: there are 201 cells, and 200 are the most\n");
        assertThat(Files.readString(RunFile.COMPARISONS.in(folder))).isEqualTo(HEADER);
        List<EffectRow> effects = EffectsReader.read(folder);
        assertThat(effects.size()).isEqualTo(2 * (67 * 66 / 2 + 3));
        EffectRow last = effects.get(2 * 67 * 66 / 2 + 2);
        assertThat(last.region() + " " + last.levelA() + " " + last.levelB()).isEqualTo("near 65 66");
        assertThat(last.contexts()).isEqualTo(3);
        assertThat(last.tests().orElseThrow().ratio()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void coverAsManyErrorsAsFitIntoMemory() throws IOException {
        StudyForTests study =
                new StudyForTests("large", 2_500_001, List.of(TWO), 2, List.of("inside", "near"), 1, "study: large\n");
        try (RunFolder run = RunFolder.open(folder, study, false)) {
            run.write().close();
            Comparisons.write(run, cell -> true);
        }

        String why = " has no rows: there are 2 cells of 2500001 replicas in 2 regions, and 10000000 errors are the"
                + " most\n";
        assertThat(Files.readString(RunFile.COMPARISONS.in(folder))).isEqualTo(HEADER);
        assertThat(EffectsReader.read(folder)).isEmpty();
        assertThat(Files.readString(RunFile.LOG.in(folder)))
                .contains("comparisons.csv" + why)
                .contains("effects.csv" + why);
    }

    @Test
    void areReadBackAsTheyWereWritten() {
        List<ComparisonRow> rows =
                compare(List.of(new Factor("=cmd", List.of("a", "b", "c"), false)), cell -> true, new double[][] {
                    {1, 2, FAILED}, {DIVERGED, 3, 1}, {FAILED, FAILED, 0.05}
                });

        assertThat(rows.get(0))
                .isEqualTo(new ComparisonRow(
                        "inside", "=cmd", 0, 1, 2, 2, 0, 0, 0, Optional.of(new Tests(0, 0, INFINITY, 0.5, 1, 1))));
        assertThat(rows.get(1).pairs()).isZero();
        assertThat(rows.get(2).successOnlyB()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two,0,1,6 | two,0,1,six | line 2: 'six' is no whole number",
                "two,0,1,6 | two,0,1 | line 2: 14 fields instead of 15",
                "0,1,6,6,0,0.5 | 0,1,6,6,0,half | line 2: 'half' is no number",
                "cell_a | cell_0 | line 1: the columns should be region,factor,cell_a"
            })
    void sayWhatIsDamagedAndWhere(String written, String found, String message) throws IOException {
        compareTwo(six(1), six(2));
        Path table = RunFile.COMPARISONS.in(folder);
        String content = Files.readString(table);
        assertThat(content).contains(written);
        Files.writeString(table, content.replace(written, found));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> ComparisonsReader.read(folder))
                .withMessageStartingWith(table + ": is damaged: line ")
                .withMessageContaining(message);
    }

    @Test
    void refuseARunThatLacksTrials() {
        StudyForTests study =
                new StudyForTests("compared", 2, List.of(TWO), 2, List.of("inside", "near"), 1, "study: compared\n");
        try (RunFolder run = RunFolder.open(folder, study, false)) {
            try (RunWriter writer = run.write()) {
                Trials.write(
                        writer,
                        Trials.at(List.of("a"), Trials.completed(0, 2, 1, true)),
                        Trials.at(List.of("b"), Trials.completed(2, 2, 1, true)));
            }

            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> Comparisons.write(run, cell -> true))
                    .withMessageContaining("trial 1 is missing");
        }
    }

    @Test
    void favourTheCellOfMoreWinsWhereMostPairsAreTies() {
        double[] a = new double[40];
        double[] b = new double[40];
        Arrays.fill(a, DIVERGED);
        Arrays.fill(b, DIVERGED);
        Arrays.fill(b, 0, 8, 1);

        ComparisonRow row = compareTwo(a, b);

        assertThat(row.tests().orElseThrow().ratio()).isEqualTo(1);
        assertThat(row.better()).hasValue(1);
    }

    private ComparisonRow compareTwo(double[] a, double[] b) {
        return compare(List.of(TWO), cell -> true, new double[][] {a, b}).get(0);
    }

    private static double[] six(double error) {
        return Collections.nCopies(6, error).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double[][] repeated(int cells, double... errors) {
        return Collections.nCopies(cells, errors).toArray(double[][]::new);
    }

    /** Writes a run with the same errors in both regions, success being an error below a tenth, and reads its comparisons. */
    private List<ComparisonRow> compare(List<Factor> factors, LongPredicate compared, double[][] errors) {
        int replicas = errors[0].length;
        List<String> levels = Collections.nCopies(factors.size(), "level");
        StudyForTests study = new StudyForTests(
                "compared", replicas, factors, errors.length, List.of("inside", "near"), 1, "study: compared\n");
        try (RunFolder run = RunFolder.open(folder, study, false)) {
            try (RunWriter writer = run.write()) {
                for (int trial = 0; trial < errors.length * replicas; trial++) {
                    double error = errors[trial / replicas][trial % replicas];
                    Trials.write(writer, Trials.at(levels, trial(trial, replicas, error)));
                }
            }
            Comparisons.write(run, compared);
        }
        return ComparisonsReader.read(folder);
    }

    private static TrialResult trial(int trial, int replicas, double error) {
        if (error == FAILED) {
            return Trials.failed(trial, replicas, "threw");
        }
        return Double.isNaN(error)
                ? Trials.diverged(trial, replicas)
                : Trials.completed(trial, replicas, error, error < 0.1);
    }
}

package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.results.RunFolder.State;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RunFolderTest {
    private static final StudyForTests STUDY = StudyForTests.plain(2, 1);

    @TempDir
    private Path temporary;

    @Test
    void isNewWhereNothingIs() throws IOException {
        Path folder = temporary.resolve("runs/with spaces/größe");

        assertThat(stateOf(folder, false)).isEqualTo(State.NEW);
        assertThat(contents(folder)).containsOnlyKeys("run.log");
    }

    @Test
    void isNewWhereTheFolderIsEmpty() {
        assertThat(stateOf(temporary, false)).isEqualTo(State.NEW);
    }

    @Test
    void isNewAfterAProcessDiedBeforeTheLockWasThere() throws IOException {
        Files.createFile(temporary.resolve("run.log"));
        Files.writeString(temporary.resolve("study.lock.yaml.part"), "study: pl");

        assertThat(stateOf(temporary, false)).isEqualTo(State.NEW);
        write(temporary, false);
        assertThat(temporary.resolve("study.lock.yaml.part")).doesNotExist();
    }

    @Test
    void isStartedOverAfterACrash() throws IOException {
        write(temporary, false);
        Files.writeString(temporary.resolve("trials.csv"), "trial,ce");
        Files.writeString(temporary.resolve("summary.csv.part"), "cell,");
        Files.writeString(temporary.resolve("notes.txt"), "mine");

        assertThat(stateOf(temporary, false)).isEqualTo(State.STARTED_OVER);
        write(temporary, false);

        assertThat(temporary.resolve("trials.csv")).content().hasLineCount(1).startsWith("trial,cell,replica,status");
        assertThat(temporary.resolve("summary.csv.part")).doesNotExist();
        assertThat(temporary.resolve("notes.txt")).hasContent("mine");
        assertThat(temporary.resolve("run.log")).content().containsOnlyOnce("study plain: ");
    }

    @Test
    void isFinishedWhenTheSummaryIsThereAndThenNothingIsDone() throws IOException {
        finish(temporary);
        SortedMap<String, String> before = contents(temporary);

        assertThat(stateOf(temporary, false)).isEqualTo(State.FINISHED);
        assertThat(contents(temporary)).isEqualTo(before);
    }

    @Test
    void growsWhereOnlyReplicasWereAddedAndCountsTheLooks() throws IOException {
        finish(temporary);
        StudyForTests more = StudyForTests.plain(3, 1);
        StudyForTests most = StudyForTests.plain(4, 1);

        finish(temporary, more, State.GROWN, 2);
        finish(temporary, most, State.GROWN, 3);

        assertThat(temporary.resolve("study.lock.yaml")).hasContent(most.lock());
        try (RunFolder fresh = RunFolder.open(temporary, StudyForTests.plain(5, 1), true)) {
            assertThat(fresh.looks()).isEqualTo(1);
        }
    }

    @Test
    void refusesFewerReplicasAndOtherDifferencesBesides() {
        finish(temporary);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RunFolder.open(temporary, StudyForTests.plain(1, 1), false))
                .withMessageContaining("has 'replicas: 2', this study has 'replicas: 1'");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RunFolder.open(
                        temporary, StudyForTests.plain(3, 1).withLock("study: plain\nseed: 1\n  replicas: 3\n"), false))
                .withMessageContaining("has 'seed: 0', this study has 'seed: 1'");
    }

    @Test
    void startsOverWhatWasNeverFinishedAlsoWithMoreReplicas() {
        write(temporary, false);

        try (RunFolder folder = RunFolder.open(temporary, StudyForTests.plain(3, 1), false)) {
            assertThat(folder.state()).isEqualTo(State.STARTED_OVER);
            assertThat(folder.looks()).isEqualTo(1);
        }
    }

    @Test
    void cannotBeWrittenWhenItIsFinished() {
        finish(temporary);

        try (RunFolder run = RunFolder.open(temporary, STUDY, false)) {
            assertThatIllegalStateException().isThrownBy(run::write);
        }
    }

    @Test
    void isStartedOverWhenFreshIsWanted() throws IOException {
        finish(temporary);

        assertThat(stateOf(temporary, true)).isEqualTo(State.STARTED_OVER);
        write(temporary, true);
        assertThat(temporary.resolve("summary.csv")).doesNotExist();
    }

    @Test
    void isRefusedWithTheFirstDifferenceWhenItHoldsAnotherStudy() throws IOException {
        finish(temporary);
        StudyForTests other = STUDY.withLock("study: plain\nseed: 1\n");

        assertRefused(
                temporary,
                other,
                false,
                "holds the run of another study: study.lock.yaml:2 has 'seed: 0', this study has 'seed: 1';"
                        + " give another folder with -o, or --fresh to delete that run and start over");
    }

    @Test
    void isRefusedWhenTheOtherStudyIsLonger() throws IOException {
        finish(temporary);

        assertRefused(
                temporary,
                STUDY.withLock("study: plain\n"),
                false,
                "holds the run of another study: study.lock.yaml:2 has 'seed: 0', this study has no such line;"
                        + " give another folder with -o, or --fresh to delete that run and start over");
    }

    @Test
    void givesWayToAnotherStudyWhenFreshIsWanted() throws IOException {
        finish(temporary);
        Files.writeString(temporary.resolve("notes.txt"), "mine");
        StudyForTests other = STUDY.withLock("study: plain\nseed: 1\n");

        try (RunFolder run = RunFolder.open(temporary, other, true)) {
            assertThat(run.state()).isEqualTo(State.STARTED_OVER);
            run.write().close();
        }

        assertThat(temporary.resolve("study.lock.yaml")).hasContent(other.lock());
        assertThat(temporary.resolve("summary.csv")).doesNotExist();
        assertThat(temporary.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void isRefusedWhenItHoldsNoRunAlsoWhenFreshIsWanted() throws IOException {
        Files.writeString(temporary.resolve("manifest.yaml"), "mine");
        String message =
                "is not empty and holds no run (there is manifest.yaml, but no study.lock.yaml); give a new or empty folder with -o";

        assertRefused(temporary, STUDY, false, message);
        assertRefused(temporary, STUDY, true, message);
    }

    @Test
    void isRefusedWhenAForeignLogIsThere() throws IOException {
        Files.writeString(temporary.resolve("run.log"), "mine");

        assertRefused(
                temporary,
                STUDY,
                true,
                "is not empty and holds no run (there is run.log, but no study.lock.yaml); give a new or empty folder with -o");
    }

    @Test
    void isRefusedWhereAFileIs() throws IOException {
        Path file = Files.writeString(temporary.resolve("results"), "mine");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RunFolder.open(file, STUDY, true))
                .withMessage(file + ": is a file, not a folder; give another folder with -o");
    }

    @Test
    void isRefusedBelowAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("results"), "mine");
        Path folder = file.resolve("a/b");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RunFolder.open(folder, STUDY, false))
                .withMessage(folder + ": cannot be made, because " + file.toAbsolutePath()
                        + " is a file, not a folder; give another folder with -o");
    }

    @Test
    void mayBeALinkToAFolder() throws IOException {
        Path target = Files.createDirectory(temporary.resolve("target"));
        Path link = link(temporary.resolve("link"), target);

        write(link, false);

        assertThat(target.resolve("trials.csv")).exists();
    }

    @Test
    void isRefusedWhereALinkLeadsNowhere() throws IOException {
        Path link = link(temporary.resolve("link"), temporary.resolve("gone"));

        assertRefused(link, STUDY, false, "is a symbolic link to what does not exist; give another folder with -o");
    }

    @ParameterizedTest
    @EnumSource(RunFile.class)
    void isRefusedWhenAFileOfTheRunIsALinkToAnother(RunFile file) throws IOException {
        Path folder = temporary.resolve("run");
        write(folder, false);
        Path foreign = Files.writeString(temporary.resolve("foreign"), STUDY.lock());
        Files.deleteIfExists(file.in(folder));
        link(file.in(folder), foreign);

        assertRefused(folder, STUDY, true, file.fileName() + " in it is no ordinary file; give another folder with -o");
        assertThat(foreign).hasContent(STUDY.lock());
    }

    @Test
    void namesAPathWithALineBreakInOneLine() throws IOException {
        Path folder = temporary.resolve("two\nlines");
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("a\tb"), "mine");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RunFolder.open(folder, STUDY, false))
                .withMessage(temporary + File.separator + "two\\nlines: is not empty and holds no run"
                        + " (there is a\\tb, but no study.lock.yaml); give a new or empty folder with -o");
    }

    @Test
    void isBusyWhileThisProcessWritesIt() {
        try (RunFolder run = RunFolder.open(temporary, STUDY, false)) {
            assertThat(run.state()).isEqualTo(State.NEW);
            assertThatExceptionOfType(RunFolderBusyException.class)
                    .isThrownBy(() -> RunFolder.open(temporary, STUDY, true))
                    .withMessage(temporary
                            + ": another process is writing this run; wait for it, or give another folder with -o");
        }
        assertThat(stateOf(temporary, false)).isEqualTo(State.NEW);
    }

    @Test
    void isBusyWhileAnotherProcessWritesItAndFreeWhenThatIsKilled() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FolderHolder.class.getName(),
                        temporary.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo(FolderHolder.HELD);
            assertThatExceptionOfType(RunFolderBusyException.class)
                    .isThrownBy(() -> RunFolder.open(temporary, STUDY, false));
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(stateOf(temporary, false)).isEqualTo(State.STARTED_OVER);
    }

    @Test
    void cannotBeMadeWhereTheSystemForbidsIt() {
        Path forbidden = Path.of("/sys/parabola");
        assumeTrue(Files.isDirectory(Path.of("/sys/kernel")), "needs a folder in which not even root can write");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> RunFolder.open(forbidden, STUDY, false))
                .withMessageStartingWith("/sys/parabola: cannot be written: ")
                .withMessageEndingWith("; mend that, or give another folder with -o");
    }

    @ParameterizedTest
    @EnumSource(
            value = RunFile.class,
            mode = Mode.EXCLUDE,
            names = {"SUMMARY", "COMPARISONS", "EFFECTS", "REPORT"})
    void hasEveryFileAfterWriting(RunFile file) {
        write(temporary, false);

        assertThat(file.in(temporary)).isRegularFile();
    }

    private static State stateOf(Path folder, boolean fresh) {
        try (RunFolder run = RunFolder.open(folder, STUDY, fresh)) {
            return run.state();
        }
    }

    private static void write(Path folder, boolean fresh) {
        try (RunFolder run = RunFolder.open(folder, STUDY, fresh)) {
            run.write().close();
        }
    }

    private static void finish(Path path, StudyForTests study, State expected, int looks) {
        try (RunFolder folder = RunFolder.open(path, study, false)) {
            assertThat(folder.state()).isEqualTo(expected);
            assertThat(folder.looks()).isEqualTo(looks);
            folder.write().close();
            try (SummaryWriter summary = new SummaryWriter(folder)) {
                summary.finish();
            }
        }
    }

    private static void finish(Path folder) {
        try (RunFolder run = RunFolder.open(folder, STUDY, false)) {
            run.write().close();
            try (SummaryWriter summary = new SummaryWriter(run)) {
                summary.finish();
            }
        }
    }

    private static void assertRefused(Path folder, StudyForTests study, boolean fresh, String message)
            throws IOException {
        SortedMap<String, String> before = contents(folder);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RunFolder.open(folder, study, fresh))
                .withMessage(folder + ": " + message);

        assertThat(contents(folder)).isEqualTo(before);
    }

    private static Path link(Path link, Path target) throws IOException {
        try {
            return Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException e) {
            assumeTrue(false, "needs symbolic links");
            throw e;
        }
    }

    private static SortedMap<String, String> contents(Path folder) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    contents.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return contents;
    }
}

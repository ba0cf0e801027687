package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {
    @TempDir
    private Path folder;

    private List<String> logOf(RuntimeException... failures) throws IOException {
        try (RunFolder run = RunFolder.open(folder, StudyForTests.plain(1, 1), false)) {
            FailureLog log = new FailureLog(run);
            for (int i = 0; i < failures.length; i++) {
                log.failed(i, failures[i]);
            }
        }
        return Files.readAllLines(RunFile.LOG.in(folder));
    }

    @Test
    void saysOnceForEachReasonWhereItHappened() throws IOException {
        IllegalStateException cause = new IllegalStateException("the\nvery cause");

        List<String> lines = logOf(
                new IllegalArgumentException("first", cause),
                new IllegalArgumentException("first"),
                new IllegalArgumentException("second"));

        assertThat(lines)
                .filteredOn(line -> line.contains(" failed: "))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("Z trial 0 failed: first"),
                        line -> assertThat(line).endsWith("Z trial 2 failed: second"));
        assertThat(lines)
                .anyMatch(line -> line.endsWith("caused by java.lang.IllegalStateException: the\\nvery cause"));
        assertThat(lines).anyMatch(line -> line.contains("at " + FailureLogTest.class.getName() + ".saysOnce"));
    }

    @Test
    void cutsLongTracesAndEndsAfterManyReasons() throws IOException {
        RuntimeException[] failures = new RuntimeException[150];
        for (int i = 0; i < failures.length; i++) {
            failures[i] = new IllegalArgumentException("reason " + i);
        }
        StackTraceElement frame = new StackTraceElement("Deep", "down", "Deep.java", 1);
        failures[0].setStackTrace(Collections.nCopies(1000, frame).toArray(StackTraceElement[]::new));

        List<String> lines = logOf(failures);

        assertThat(lines).filteredOn(line -> line.contains(" failed: ")).hasSize(100);
        assertThat(lines)
                .filteredOn(line -> line.contains("at Deep.down(Deep.java:1)"))
                .hasSize(40);
        assertThat(lines).anyMatch(line -> line.endsWith("… and 960 more"));
    }
}

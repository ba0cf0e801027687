package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
    private static final Stage TRAINING = Stage.counted("training", "trained", Progress.TRIAL, 400);
    private static final Stage JUDGING = Stage.counted("judging", "judged", "cell", 10);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void plainLinesTellTheEndOfTrainingAndNothingElseThatTookNoTime() {
        try (Progress progress = Progress.on(new ProgressLines(err))) {
            progress.begin(Stage.counted("training", "trained", Progress.TRIAL, 3));
            progress.step(0);
            progress.step(1);
            progress.step(1);
            progress.end();
            progress.begin(JUDGING);
            progress.step();
            progress.end();
            progress.begin(Stage.uncounted("making the report"));
            progress.end();
        }

        assertThat(text().lines()).containsExactly("trained 3 of 3 trials, 1 failed");
    }

    @Test
    void plainLinesTellHowFarWhatTakesTimeIs() {
        ProgressLines lines = new ProgressLines(err);
        lines.show(Stage.counted("training", "trained", Progress.TRIAL, 1));
        lines.show(JUDGING.with(3, 0, Duration.ofSeconds(10)));
        lines.finished(JUDGING.with(10, 0, Duration.ofSeconds(12)));
        lines.show(Stage.uncounted("making the report").with(0, 0, Duration.ofSeconds(20)));

        assertThat(text().lines())
                .containsExactly(
                        "trained 0 of 1 trial",
                        "judged 3 of 10 cells",
                        "judged 10 of 10 cells",
                        "making the report, 20 s so far");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "79 | training [#########..............] 42 %, 168 of 400 trials, 3 failed, 14 s left",
                "90 | training [############..................] 42 %, 168 of 400 trials, 3 failed, 14 s left",
                "59 | training [#####.........] 42 %, 168 of 400 trials, 3 failed",
                "42 | training 42 %, 168 of 400 trials, 3 failed",
                "24 | training 42 …s, 3 failed"
            })
    void aBarFitsItsLine(int room, String line) {
        assertThat(ProgressBar.line(TRAINING.with(168, 3, Duration.ofSeconds(10)), room))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 40, 60, 61, 79, 80, 200})
    void aTerminalsLineIsDrawnOverItselfAndErasedAtTheEnd(int columns) {
        ProgressBar bar = new ProgressBar(err, columns);
        for (int done = 0; done <= 400; done += 50) {
            bar.show(TRAINING.with(done, 0, Duration.ofSeconds(done)));
        }
        bar.finished(TRAINING);
        bar.show(Stage.uncounted("making the report"));
        bar.close();

        assertThat(text()).doesNotContain("\n").endsWith("making the report …\r\u001b[K");
        assertThat(text().split("\r\u001b\\[K")).allMatch(drawn -> drawn.length() < columns);
    }

    @Test
    void whatLastsIsShownAgainThoughNothingIsDone() throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(3);
        List<Stage> finished = new ArrayList<>();
        ProgressView view = new ProgressView() {
            @Override
            public Duration interval() {
                return Duration.ofMillis(1);
            }

            @Override
            public void show(Stage stage) {
                shown.countDown();
            }

            @Override
            public void finished(Stage stage) {
                finished.add(stage);
            }

            @Override
            public void close() {}
        };
        Progress progress = Progress.on(view);
        try (progress) {
            progress.begin(Stage.uncounted("making the report"));

            assertThat(shown.await(1, TimeUnit.MINUTES)).isTrue();
            progress.end();
        }
        progress.begin(JUDGING);
        progress.step();
        progress.end();

        assertThat(finished).extracting(Stage::doing).containsExactly("making the report");
    }

    @Test
    void silenceSaysNothing() {
        try (Progress progress = Progress.silent()) {
            progress.begin(TRAINING);
            progress.step(1);
            progress.end();
        }

        assertThat(text()).isEmpty();
    }
}

package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void plainLinesEndWithTheLastTrial() {
        try (TrainingProgress progress = new ProgressLines(err, 3)) {
            progress.trained(0);
            progress.trained(1);
            progress.trained(1);
        }

        assertThat(text()).isEqualTo("trained 3 of 3 trials, 1 failed" + System.lineSeparator());
    }

    @Test
    void aTerminalGetsABar() {
        try (TrainingProgress progress = new ProgressOnTerminal(err, 2)) {
            progress.trained(0);
            progress.trained(1);
        }

        assertThat(text()).contains("training", "100%", "2/2", "1 failed");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

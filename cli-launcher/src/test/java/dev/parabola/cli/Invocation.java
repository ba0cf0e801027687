package dev.parabola.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a command line came to. */
record Invocation(int exitCode, String out, String err) {
    /** Runs a command in an installation, off a terminal. */
    static Invocation of(Path home, String... arguments) {
        return of(home, Screen.NONE, arguments);
    }

    /** Runs a command whose results are shown on a screen. */
    static Invocation of(Path home, Screen screen, String... arguments) {
        return of(home, screen, "", arguments);
    }

    /** Runs a command that is given something on standard input. */
    static Invocation withInput(Path home, String input, String... arguments) {
        return of(home, Screen.NONE, input, arguments);
    }

    private static Invocation of(Path home, Screen screen, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new Main(new Environment(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        screen,
                        OptionalInt.empty(),
                        Optional.of(home)))
                .run(arguments);
        return new Invocation(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}

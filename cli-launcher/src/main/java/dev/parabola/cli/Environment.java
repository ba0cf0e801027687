package dev.parabola.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the program was started in.
 *
 * @param in where a manifest may come from
 * @param out where results go
 * @param err where progress and messages go
 * @param screen what {@code out} is shown on
 * @param watched how wide the terminal is on which somebody watches {@code err}; empty where nobody does
 * @param plugins the folder of plugins that every study may use; empty if the program was not started from an installation
 */
record Environment(
        InputStream in, PrintStream out, PrintStream err, Screen screen, OptionalInt watched, Optional<Path> plugins) {
    /** Tells something that is no result. */
    void tell(String message) {
        Wrapped.text(message, 0, 2, watched).forEach(err::println);
    }

    /** Tells what the user should know though it stops nothing; also where no progress is wanted. */
    void warn(String warning) {
        tell("warning: " + warning);
    }
}

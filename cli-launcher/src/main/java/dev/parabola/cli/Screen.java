package dev.parabola.cli;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What results are shown on.
 *
 * @param columns how wide the terminal is, at least {@link #NARROWEST}; empty where there is none, and lines are as long as they are
 * @param colors whether it shows colours
 */
record Screen(OptionalInt columns, boolean colors) {
    /** Where a terminal does not say how wide it is. */
    static final int USUAL = 80;

    /** What is shown in fewer columns cannot be read. */
    static final int NARROWEST = 20;

    /** What is no terminal: a file, a pipe. */
    static final Screen NONE = new Screen(OptionalInt.empty(), false);

    /** A terminal of this width; coloured unless the environment asks for none, or says that it cannot be done. */
    static Screen terminal(int columns, Map<String, String> environment) {
        return new Screen(
                OptionalInt.of(readable(columns)),
                environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "dumb").equals("dumb"));
    }

    /** A width for which lines can be made. */
    static int readable(int columns) {
        return columns < 1 ? USUAL : Math.max(columns, NARROWEST);
    }
}

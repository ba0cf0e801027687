package dev.parabola.core.plugin;

import java.util.regex.Pattern;

/** What strangers' code says, fit for one line of a message. */
final class OneLine {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private OneLine() {}

    static String of(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** The message of something thrown, or its class where it has none. */
    static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getName() : of(message);
    }

    /** The class of something thrown and its message. */
    static String describe(Throwable thrown) {
        return of(thrown.toString());
    }
}

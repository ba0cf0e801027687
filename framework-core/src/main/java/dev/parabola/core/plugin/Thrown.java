package dev.parabola.core.plugin;

import dev.parabola.core.text.OneLine;

/** What strangers' code threw, fit for one line of a message. */
final class Thrown {
    private Thrown() {}

    /** Its message, or its class where it has none. */
    static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getName() : OneLine.of(message.strip());
    }

    /** Its class and its message. */
    static String describe(Throwable thrown) {
        return OneLine.of(thrown.toString().strip());
    }
}

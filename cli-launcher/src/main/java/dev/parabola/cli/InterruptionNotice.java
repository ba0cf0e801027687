package dev.parabola.cli;

import java.nio.file.Path;

/** Says what an interrupted run leaves behind. The virtual machine itself then exits with 130 for Ctrl-C, 143 for SIGTERM. */
final class InterruptionNotice implements AutoCloseable {
    private final Thread notice;

    InterruptionNotice(Environment environment, Path folder) {
        notice = new Thread(
                () -> environment
                        .err()
                        .println("\ninterrupted; " + folder + " is unfinished; the same command starts it over"),
                "interruption-notice");
        Runtime.getRuntime().addShutdownHook(notice);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(notice);
        } catch (IllegalStateException e) {
            // The virtual machine is going down: the notice is being given.
        }
    }
}

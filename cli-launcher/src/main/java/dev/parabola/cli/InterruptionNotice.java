package dev.parabola.cli;

import dev.parabola.core.results.RunDescription;
import java.nio.file.Path;

/** Says what an interrupted run leaves behind. The virtual machine itself then exits with 130 for Ctrl-C, 143 for SIGTERM. */
final class InterruptionNotice implements AutoCloseable {
    private final Thread notice;

    InterruptionNotice(Environment environment, Progress progress, Path folder) {
        notice = new Thread(
                () -> {
                    progress.close();
                    environment.err().println();
                    environment.tell("interrupted; " + folder + consequence(folder));
                },
                "interruption-notice");
        Runtime.getRuntime().addShutdownHook(notice);
    }

    private static String consequence(Path folder) {
        return RunDescription.isFinished(folder)
                ? " is finished, though its report may be missing; the same command makes it"
                : " is unfinished; the same command starts it over";
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

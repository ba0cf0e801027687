package dev.parabola.cli;

import java.io.PrintStream;
import java.time.Duration;

/** Progress where there is no terminal: a line now and then. */
final class ProgressLines implements TrainingProgress {
    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

    private final PrintStream err;
    private final long trials;
    private long trained;
    private long told = System.nanoTime();

    ProgressLines(PrintStream err, long trials) {
        this.err = err;
        this.trials = trials;
    }

    @Override
    public void trained(long failed) {
        trained++;
        long now = System.nanoTime();
        if (now - told >= INTERVAL || trained == trials) {
            told = now;
            err.println("trained " + trained + " of " + trials + " trials"
                    + (failed == 0 ? "" : ", " + failed + " failed"));
        }
    }

    @Override
    public void close() {}
}

package dev.parabola.cli;

import dev.parabola.core.text.Counted;
import java.io.PrintStream;
import java.time.Duration;

/** Progress where there is no terminal: a line now and then, and one when all that was to be trained is. */
final class ProgressLines implements ProgressView {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final PrintStream err;
    private boolean isShort = true;

    ProgressLines(PrintStream err) {
        this.err = err;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void show(Stage stage) {
        isShort = false;
        err.println(line(stage));
    }

    @Override
    public void finished(Stage stage) {
        // Nobody needs to be told of the end of what took no time, but for the training itself.
        if (stage.isCounted() && (!isShort || stage.unit().equals(Progress.TRIAL))) {
            err.println(line(stage));
        }
        isShort = true;
    }

    @Override
    public void close() {}

    private static String line(Stage stage) {
        if (!stage.isCounted()) {
            return stage.doing() + ", " + Estimate.time((double) stage.elapsed().toSeconds()) + " so far";
        }
        return stage.did() + " " + stage.done() + " of " + Counted.of(stage.total(), stage.unit())
                + (stage.failed() == 0 ? "" : ", " + stage.failed() + " failed");
    }
}

package dev.parabola.cli;

import dev.parabola.core.text.Counted;
import java.io.PrintStream;
import java.time.Duration;

/** Progress on a terminal: one line with a bar, drawn over itself and erased at the end. */
final class ProgressBar implements ProgressView {
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_BAR = 8;

    /** What Ctrl-C is echoed as has room, and the cursor behind it, so that erasing the line erases all. */
    private static final int MARGIN = 3;

    /** To the line's beginning, and away with all that is behind. */
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final int columns;
    private boolean isDrawn;

    ProgressBar(PrintStream err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void show(Stage stage) {
        isDrawn = true;
        err.print(ERASE + line(stage, columns - MARGIN));
        err.flush();
    }

    @Override
    public void finished(Stage stage) {
        close();
    }

    @Override
    public void close() {
        if (isDrawn) {
            err.print(ERASE);
            err.flush();
            isDrawn = false;
        }
    }

    /** Without the time that is left, then without the bar, where there is no room for them. */
    static String line(Stage stage, int room) {
        if (!stage.isCounted()) {
            return TextWidth.shortened(stage.doing() + " …", room);
        }
        String percent = (int) Math.floor(stage.share() * 100) + " %";
        String counts = stage.done() + " of " + Counted.of(stage.total(), stage.unit())
                + (stage.failed() == 0 ? "" : ", " + stage.failed() + " failed");
        String before = stage.doing() + " ";
        String behind = " " + percent + ", " + counts;
        String time = timeLeft(stage);
        int bar = room - before.length() - behind.length() - time.length() - 2;
        if (bar < SHORTEST_BAR) {
            bar += time.length();
            time = "";
        }
        return bar < SHORTEST_BAR
                ? TextWidth.shortened(before + percent + ", " + counts, room)
                : before + bar(stage.share(), Math.min(bar, LONGEST_BAR)) + behind + time;
    }

    private static String bar(double share, int length) {
        int full = (int) Math.floor(share * length);
        return "[" + "#".repeat(full) + ".".repeat(length - full) + "]";
    }

    private static String timeLeft(Stage stage) {
        if (stage.done() == 0 || stage.done() == stage.total()) {
            return "";
        }
        double seconds = stage.elapsed().toMillis() / 1e3 / stage.done() * (stage.total() - stage.done());
        return ", " + Estimate.time(seconds) + " left";
    }
}

package dev.parabola.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on a terminal: a bar. */
final class ProgressOnTerminal implements TrainingProgress {
    private static final int WIDTH = 80;

    private final ProgressBar bar;

    ProgressOnTerminal(PrintStream err, long trials) {
        bar = new ProgressBarBuilder()
                .setTaskName("training")
                .setUnit(" trials", 1)
                .setInitialMax(trials)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build();
    }

    @Override
    public void trained(long failed) {
        bar.step();
        if (failed > 0) {
            bar.setExtraMessage(failed + " failed");
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}

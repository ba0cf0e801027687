package dev.parabola.cli;

import dev.parabola.core.execution.KernelChoice;
import dev.parabola.core.study.Study;
import dev.parabola.core.text.Counted;
import java.util.List;

/** The size of a study and what it will take, in words. */
final class Estimate {
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final double YEAR = 365 * DAY;

    private Estimate() {}

    static List<String> of(Study study, KernelChoice kernels, int threads) {
        int busy = (int) Math.min(threads, study.trials());
        KernelChoice.Chosen chosen = kernels.choose(
                study, study.trials(), threads, Runtime.getRuntime().maxMemory());
        return List.of(
                Counted.of(study.cells(), "cell") + " x " + Counted.of(study.replicas(), "replica") + " = "
                        + Counted.of(study.trials(), "trial"),
                "estimate: " + time(chosen.coreSeconds() / busy) + " on " + Counted.of(threads, "thread") + ", "
                        + size(chosen.memoryBytes()) + " of memory, " + size(chosen.diskBytes()) + " on disk",
                chosen.reason());
    }

    static String time(double seconds) {
        if (seconds < 1) {
            return "less than a second";
        }
        if (seconds < 2 * MINUTE) {
            return Math.round(seconds) + " s";
        }
        if (seconds < 2 * HOUR) {
            return Math.round(seconds / MINUTE) + " min";
        }
        if (seconds < 2 * DAY) {
            return Math.round(seconds / HOUR) + " h";
        }
        return seconds < 2 * YEAR ? Math.round(seconds / DAY) + " days" : "years";
    }

    static String size(double bytes) {
        if (bytes < 1e6) {
            return "less than 1 MB";
        }
        if (bytes < 2e9) {
            return Math.round(bytes / 1e6) + " MB";
        }
        return bytes < 2e12 ? Math.round(bytes / 1e9) + " GB" : "more than 1000 GB";
    }
}

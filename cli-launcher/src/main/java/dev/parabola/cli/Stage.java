package dev.parabola.cli;

import java.time.Duration;

/**
 * A part of a command that takes its time.
 *
 * @param doing what is being done: {@code training}
 * @param did the same when it is done: {@code trained}
 * @param unit what is counted; empty where nothing is
 * @param done how many of them are done
 * @param total of how many; 0 where nothing is counted
 * @param failed how many of those that are done have failed
 * @param elapsed how long it has taken so far
 */
record Stage(String doing, String did, String unit, long done, long total, long failed, Duration elapsed) {
    static Stage counted(String doing, String did, String unit, long total) {
        return new Stage(doing, did, unit, 0, total, 0, Duration.ZERO);
    }

    static Stage uncounted(String doing) {
        return new Stage(doing, doing, "", 0, 0, 0, Duration.ZERO);
    }

    Stage with(long nowDone, long nowFailed, Duration nowElapsed) {
        return new Stage(doing, did, unit, nowDone, total, nowFailed, nowElapsed);
    }

    boolean isCounted() {
        return total > 0;
    }

    double share() {
        return isCounted() ? (double) done / total : 0;
    }
}

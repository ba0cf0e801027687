package dev.parabola.cli;

import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;

/** How many threads train. */
final class Threads {
    private static final int MOST = 1024;

    private Threads() {}

    /** One per processor that this process may use. */
    static int all() {
        return Math.min(MOST, Runtime.getRuntime().availableProcessors());
    }

    /** Refuses what cannot be meant. */
    static void check(int threads) {
        if (threads < 1 || threads > MOST) {
            throw new InvalidInputException(
                    Position.of("--threads"), "must be between 1 and " + MOST + ", got " + threads);
        }
    }
}

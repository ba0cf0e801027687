package dev.parabola.cli;

import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import jakarta.inject.Inject;
import picocli.CommandLine.Option;

/** {@code --top}. */
final class TopOption {
    @Option(names = "--top", paramLabel = "N", description = "How many cells are shown, the best first. Default: 10.")
    private int top = 10;

    @Inject
    TopOption() {}

    /** At least 1. */
    int cells() {
        if (top < 1) {
            throw new InvalidInputException(Position.of("--top"), "must be at least 1, got " + top);
        }
        return top;
    }
}

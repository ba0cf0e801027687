package dev.parabola.core.problem;

import java.util.List;
import java.util.stream.Collectors;

/** What the user gave cannot be used. Nothing was written. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /**
     * Refuses an input.
     *
     * @param problems every mistake that was found, at least one
     */
    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Refuses an input for one mistake.
     *
     * @param where the place
     * @param message what is wrong and what would be right
     */
    public InvalidInputException(Position where, String message) {
        this(List.of(new Problem(where, message)));
    }

    /**
     * Every mistake.
     *
     * @return at least one
     */
    public List<Problem> problems() {
        return problems;
    }
}

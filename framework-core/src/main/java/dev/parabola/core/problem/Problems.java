package dev.parabola.core.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The mistakes found so far in one input. Not thread-safe. */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    /**
     * Adds a mistake; the same one twice counts once.
     *
     * @param where the place
     * @param message what is wrong and what would be right
     */
    public void add(Position where, String message) {
        found.add(new Problem(where, message));
    }

    /**
     * The number of mistakes; compare before and after a check to learn whether it found any.
     *
     * @return how many different mistakes were added
     */
    public int count() {
        return found.size();
    }

    /**
     * The mistakes in the order of their lines, those of one source together.
     *
     * @return a copy
     */
    public List<Problem> inOrder() {
        List<String> sources = found.stream()
                .map(problem -> problem.where().source())
                .distinct()
                .toList();
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(
                        (Problem problem) -> sources.indexOf(problem.where().source()))
                .thenComparingInt(problem -> problem.where().line())
                .thenComparingInt(problem -> problem.where().column()));
        return List.copyOf(sorted);
    }

    /**
     * Refuses the input if there is any mistake.
     *
     * @throws InvalidInputException with all mistakes
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(inOrder());
        }
    }
}

package dev.parabola.core.problem;

/**
 * One mistake in an input.
 *
 * @param where the place
 * @param message what is wrong, and after a semicolon or in the same breath what would be right; one line, no full stop
 */
public record Problem(Position where, String message) {
    /** {@code square.yaml:14:23: activation leaky-relu: slope must be between 0 and 1, got 2}. */
    @Override
    public String toString() {
        return where + ": " + message;
    }
}

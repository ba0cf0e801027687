package dev.parabola.api;

import dev.parabola.api.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An {@link Optimizer}'s formulas for one step: where the parameter goes and what its slots become.
 *
 * @param move what {@code expression} is
 * @param expression the direction or the next weight
 * @param slots each slot's next value, by name, in the order in which they were added
 */
public record Update(Move move, Expression expression, Map<String, Expression> slots) {
    /** Copies the slots. */
    public Update {
        Objects.requireNonNull(move, "move");
        Objects.requireNonNull(expression, "expression");
        slots.forEach((slot, next) -> Objects.requireNonNull(next, slot));
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    /**
     * The engine does {@code w ← w − rate · direction}.
     *
     * @param direction the direction, in units of weight over rate
     * @return the update, without slots
     */
    public static Update along(Expression direction) {
        return new Update(Move.DIRECTION, direction, Map.of());
    }

    /**
     * For rules in which the rate is no plain factor: the engine does {@code w ← weight}.
     *
     * @param weight the parameter after the step
     * @return the update, without slots
     */
    public static Update to(Expression weight) {
        return new Update(Move.WEIGHT, weight, Map.of());
    }

    /**
     * The same update with one slot more.
     *
     * @param slot the slot's name, {@code [a-z][a-z0-9-]*}
     * @param next its value after the step
     * @return the update
     * @throws IllegalArgumentException if the slot was added before
     */
    public Update with(String slot, Expression next) {
        if (slots.containsKey(slot)) {
            throw new IllegalArgumentException("slot '" + slot + "' is set twice");
        }
        Map<String, Expression> more = new LinkedHashMap<>(slots);
        more.put(slot, next);
        return new Update(move, expression, more);
    }

    /** The two ways of saying where a parameter goes. */
    public enum Move {
        /** {@code w ← w − rate · expression}. */
        DIRECTION,
        /** {@code w ← expression}. */
        WEIGHT
    }
}

package dev.parabola.core.plugin;

import dev.parabola.core.text.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of a plugin: a component of its record. Its values are {@link Double}, {@link Integer}, {@link Boolean} or {@link
 * String} by type; a choice is the text of one of {@code choices}; a list is a {@link List} of these.
 *
 * @param name the component's name in kebab case
 * @param type what its values are
 * @param element what the elements are, if the type is {@link Type#LIST}
 * @param defaultValue what it is where nobody says so
 * @param doc what it means; empty where the author does not say
 * @param min the smallest number, or of a list the smallest element; −∞ without a limit
 * @param max the largest number, or of a list the largest element; ∞ without a limit
 * @param exclusiveMin whether {@code min} itself is excluded
 * @param exclusiveMax whether {@code max} itself is excluded
 * @param choices the values of a choice, or of a list of choices the values of its elements; else empty
 */
public record Parameter(
        String name,
        Type type,
        Optional<Type> element,
        Object defaultValue,
        String doc,
        double min,
        double max,
        boolean exclusiveMin,
        boolean exclusiveMax,
        List<String> choices) {
    /** Copies the choices. */
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** What the values of a parameter are. */
    public enum Type {
        /** A finite {@code double}. */
        NUMBER("a number"),
        /** An {@code int}. */
        COUNT("a whole number"),
        /** True or false. */
        BOOLEAN("true or false"),
        /** A text. */
        TEXT("a text"),
        /** One of several words: an enum's constants in kebab case. */
        CHOICE("one of several words"),
        /** A list of any other type. */
        LIST("a list");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /**
         * The type in a message.
         *
         * @return for example {@code a whole number}
         */
        public String words() {
            return words;
        }
    }

    /**
     * Whether its values, or its elements, are doubles.
     *
     * @return true for numbers and lists of numbers
     */
    public boolean isNumber() {
        return element.orElse(type) == Type.NUMBER;
    }

    /**
     * The limits of a number or of a list's elements, as what follows "must be".
     *
     * @return for example {@code between 0 and 1}, {@code greater than 0}, {@code at least 1}; empty without limits
     */
    public String limits() {
        boolean below = min != Double.NEGATIVE_INFINITY;
        boolean above = max != Double.POSITIVE_INFINITY;
        if (below && above && !exclusiveMin && !exclusiveMax) {
            return "between " + Numbers.setting(min) + " and " + Numbers.setting(max);
        }
        String lower = (exclusiveMin ? "greater than " : "at least ") + Numbers.setting(min);
        String upper = (exclusiveMax ? "less than " : "at most ") + Numbers.setting(max);
        return below && above ? lower + " and " + upper : below ? lower : above ? upper : "";
    }

    /**
     * Why a value cannot be this parameter's.
     *
     * @param value the value
     * @return the reason, for example {@code slope must be between 0 and 1, got 2}; empty if the value will do
     */
    public Optional<String> refusal(Object value) {
        if (type != Type.LIST) {
            return refusal(name, type, value);
        }
        if (!(value instanceof List<?> elements)) {
            return Optional.of(name + " must be a list, got " + text(value));
        }
        Type each = element.orElseThrow();
        return elements.stream()
                .flatMap(one -> refusal("each element of " + name, each, one).stream())
                .findFirst();
    }

    private Optional<String> refusal(String subject, Type wanted, Object value) {
        String demand = switch (wanted) {
            case NUMBER ->
                value instanceof Double number && Double.isFinite(number)
                        ? beyond(number)
                        : value instanceof Double ? "finite" : wanted.words();
            case COUNT -> value instanceof Integer count ? beyond(count) : wanted.words();
            case BOOLEAN -> value instanceof Boolean ? "" : wanted.words();
            case TEXT -> value instanceof String ? "" : wanted.words();
            case CHOICE ->
                value instanceof String word && choices.contains(word) ? "" : "one of " + String.join(", ", choices);
            case LIST -> throw new IllegalStateException("a list of lists is no parameter");
        };
        return demand.isEmpty()
                ? Optional.empty()
                : Optional.of(subject + " must be " + demand + ", got " + text(value));
    }

    /** The limits if the number lies outside, else nothing. */
    private String beyond(double number) {
        boolean low = exclusiveMin ? number > min : number >= min;
        boolean high = exclusiveMax ? number < max : number <= max;
        return low && high ? "" : limits();
    }

    private static String text(Object value) {
        return value instanceof Double number ? Numbers.setting(number) : value.toString();
    }
}

package dev.parabola.core.manifest;

import dev.parabola.core.text.Numbers;
import java.math.BigInteger;
import java.util.Optional;

/** A number as a manifest writes it: YAML 1.2's decimal forms, less those that another reader would take for another number. */
public sealed interface Numeral {
    /**
     * A finite number.
     *
     * @param text how it is written
     * @param value the nearest double
     * @param whole the number itself, if it is whole and has at most 19 digits or so
     */
    record Finite(String text, double value, Optional<BigInteger> whole) implements Numeral {
        /**
         * The shortest way to write it.
         *
         * @return for example {@code 64}, {@code 0.1}, {@code 1e-5}
         */
        public String shortest() {
            // A whole number keeps all its digits: through a double a 64-bit seed would lose some.
            boolean digitsOnly = text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
            return digitsOnly && whole.isPresent() ? whole.orElseThrow().toString() : Numbers.setting(value);
        }
    }

    /**
     * A number that is not accepted.
     *
     * @param reason what is wrong with it and what would be right
     */
    record Refused(String reason) implements Numeral {}

    /** No number at all. */
    record Other() implements Numeral {}

    /**
     * Reads a plain scalar.
     *
     * @param text the scalar's text
     * @return what it is
     */
    static Numeral of(String text) {
        return NumeralReader.read(text);
    }
}

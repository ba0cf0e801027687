package dev.parabola.core.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import tools.jackson.core.io.schubfach.DoubleToDecimal;

/**
 * Numbers as text. The digits are the fewest that read back to the same double, of those the nearest to it, as in Raffaello
 * Giulietti, "The Schubfach way to render doubles" (2020). {@code Double.toString} would do from JDK 19 on; before, it
 * sometimes gives more digits than needed, so files written by JDK 17 would differ.
 */
public final class Numbers {
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double PLAIN_END = 1e15;

    /** Where {@link #text} begins to write powers of ten, so that no zero stands for a digit that was rounded away. */
    private static final double ROUNDED_END = 1e7;

    /** What tells any two doubles of everyday size apart. */
    private static final int MOST_DIGITS = 15;

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /**
     * A number as results are written.
     *
     * @param value any double
     * @return what {@code Double.toString} gives on JDK 19 and later: {@code 1.0}, {@code -0.0}, {@code 0.001}, {@code 1.0E-5},
     *     {@code NaN}, {@code Infinity}
     */
    public static String text(double value) {
        return DoubleToDecimal.toString(value);
    }

    /**
     * A number as a person writes it in a manifest.
     *
     * @param value any double
     * @return {@code 64}, {@code 0.001}, {@code 1e-5}, {@code 2.5e20}; an exponent below 0.0001 and from 1e15 on; reads back to the
     *     same double
     */
    public static String setting(double value) {
        String text = text(value);
        double size = Math.abs(value);
        if (value == 0) {
            return text.replace(".0", "");
        }
        if (size >= SMALLEST_PLAIN && size < PLAIN_END) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        return text.replace(".0E", "e").replace('E', 'e');
    }

    /**
     * A place as a sentence tells it: 1600000060, where three digits would make it 1.6e9.
     *
     * @param value any double
     * @param extent the width of what lies there
     * @return as {@link #rounded}, with as many digits more as leave the place within a hundredth of the extent
     */
    public static String located(double value, double extent) {
        if (Double.isFinite(value)) {
            for (int digits = THREE_DIGITS.getPrecision(); digits <= MOST_DIGITS; digits++) {
                double near = new BigDecimal(value)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .doubleValue();
                if (Math.abs(near - value) <= extent / 100) {
                    return digits == THREE_DIGITS.getPrecision() ? rounded(value) : setting(near);
                }
            }
        }
        return Double.isFinite(value) ? setting(value) : rounded(value);
    }

    /**
     * A number as a sentence tells it.
     *
     * @param value any double
     * @return as {@link #setting}, rounded to three digits, and in powers of ten from 1e7 on; {@code NaN} and {@code Infinity} as {@link #text} has them
     */
    public static String rounded(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return text(value);
        }
        double rounded = new BigDecimal(value).round(THREE_DIGITS).doubleValue();
        return Math.abs(rounded) < ROUNDED_END
                ? setting(rounded)
                : text(rounded).replace(".0E", "e").replace('E', 'e');
    }
}

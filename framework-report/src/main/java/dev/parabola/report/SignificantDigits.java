package dev.parabola.report;

import dev.parabola.core.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles rounded to a few significant decimal digits: to the nearest such decimal, half to even, as {@link BigDecimal} does. It is
 * asked only where one product or quotient of doubles does not tell, because it takes as long as forty of these.
 */
final class SignificantDigits {
    private static final double[] POWERS = new double[23];

    /** More than the error of a scaled double of {@link #MOST_SCALED} digits, and still so little that hardly any is as near to a half. */
    private static final double NEAR = 1e-6;

    private static final int MOST_SCALED = 8;

    /** In units of 2⁻²⁰. */
    private static final int LOG10_OF_2 = 315_653;

    private static final int LEAST_PLAIN_EXPONENT = -4;
    private static final int PLAIN_END_EXPONENT = 15;

    static {
        // All are doubles, and their products exact.
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private final int digits;
    private final MathContext exactly;

    SignificantDigits(int digits) {
        this.digits = digits;
        exactly = new MathContext(digits, RoundingMode.HALF_EVEN);
    }

    /** The double that is nearest to the rounded decimal of a finite double. */
    double round(double value) {
        if (value == 0) {
            return 0;
        }
        int places = places(value);
        double whole = whole(Math.abs(value), places);
        if (Double.isNaN(whole)) {
            return new BigDecimal(value).round(exactly).doubleValue();
        }
        // The nearest, for both operands are exact.
        double rounded = places >= 0 ? whole / POWERS[places] : whole * POWERS[-places];
        return value < 0 ? -rounded : rounded;
    }

    /** Writes what {@link Numbers#setting} says of the rounded double. */
    void append(StringBuilder text, double value) {
        int places = places(value);
        double whole = whole(Math.abs(value), places);
        if (Double.isNaN(whole)) {
            text.append(Numbers.setting(round(value)));
            return;
        }
        if (value < 0) {
            text.append('-');
        }
        append(text, (long) whole, places);
    }

    /** How many decimal places the last digit is behind the point, or as good as that. */
    private int places(double value) {
        int exponent = (Math.getExponent(value) * LOG10_OF_2) >> 20;
        return digits - 1 - (isAtLeast(Math.abs(value), exponent + 1) ? exponent + 1 : exponent);
    }

    /** Whether a size reaches a power of ten, as far as doubles tell. */
    private static boolean isAtLeast(double size, int power) {
        if (power >= 0) {
            return power < POWERS.length && size >= POWERS[power];
        }
        return -power < POWERS.length && size * POWERS[-power] >= 1;
    }

    /** All digits as a whole number; NaN where doubles cannot tell it, and for zero. */
    private double whole(double size, int places) {
        if (digits > MOST_SCALED || places <= -POWERS.length || places >= POWERS.length) {
            return Double.NaN;
        }
        double scaled = places >= 0 ? size * POWERS[places] : size / POWERS[-places];
        double beyond = scaled - Math.floor(scaled);
        return scaled >= POWERS[digits - 1] && scaled < POWERS[digits] && Math.abs(beyond - 0.5) > NEAR
                ? Math.rint(scaled)
                : Double.NaN;
    }

    private static void append(StringBuilder text, long whole, int places) {
        long rest = whole;
        int behind = places;
        while (rest % 10 == 0) {
            rest /= 10;
            behind--;
        }
        int start = text.length();
        text.append(rest);
        int count = text.length() - start;
        int exponent = count - 1 - behind;
        if (exponent < LEAST_PLAIN_EXPONENT || exponent >= PLAIN_END_EXPONENT) {
            if (count > 1) {
                text.insert(start + 1, '.');
            }
            text.append('e').append(exponent);
        } else if (exponent < 0) {
            text.insert(start, "0.0000", 0, 1 - exponent);
        } else if (behind > 0) {
            text.insert(start + exponent + 1, '.');
        } else {
            text.append("00000000000000", 0, -behind);
        }
    }
}

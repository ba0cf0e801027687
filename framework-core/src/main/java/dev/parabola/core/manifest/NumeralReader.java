package dev.parabola.core.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plain scalars as numbers, and tells why what looks like a number is none. */
final class NumeralReader {
    private static final int LONGEST = 400;
    private static final double WHOLE_END = 1e19;
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?<whole>[0-9]*)(?<fraction>\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?");
    private static final Pattern NON_FINITE =
            Pattern.compile("[-+]?\\.?(?:inf|infinity)|\\.?nan", Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUPED =
            Pattern.compile("[-+]?[0-9][0-9_]*_[0-9_]*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?");
    private static final Pattern BASED =
            Pattern.compile("(?<sign>[-+]?)0(?:[xX](?<hex>[0-9a-fA-F]+)|[oO](?<octal>[0-7]+)|[bB](?<binary>[01]+))");
    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\\.[0-9]*)?");

    private NumeralReader() {}

    static Numeral read(String text) {
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches() && hasDigit(decimal)) {
            return decimal(text, decimal.group("whole"));
        }
        if (NON_FINITE.matcher(text).matches()) {
            return new Numeral.Refused(Excerpt.shortened(text) + " is not finite; write a finite number");
        }
        if (GROUPED.matcher(text).matches()) {
            return new Numeral.Refused(Excerpt.shortened(text) + " is ambiguous; write "
                    + Excerpt.shortened(text.replace("_", "")) + " without underscores");
        }
        Matcher based = BASED.matcher(text);
        if (based.matches()) {
            return new Numeral.Refused(Excerpt.shortened(text) + " is ambiguous; write " + inTens(based));
        }
        if (SEXAGESIMAL.matcher(text).matches()) {
            return new Numeral.Refused(Excerpt.shortened(text) + " is ambiguous; write a plain decimal number");
        }
        return new Numeral.Other();
    }

    private static boolean hasDigit(Matcher decimal) {
        String fraction = decimal.group("fraction");
        return !decimal.group("whole").isEmpty() || (fraction != null && fraction.length() > 1);
    }

    private static Numeral decimal(String text, String whole) {
        if (text.length() > LONGEST) {
            return new Numeral.Refused(
                    "the number " + Excerpt.shortened(text) + " has more than " + LONGEST + " characters");
        }
        if (whole.length() > 1 && whole.startsWith("0")) {
            return new Numeral.Refused(text + " is ambiguous (a leading zero means octal to some readers); write "
                    + text.replaceFirst("0+(?=[0-9])", ""));
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            return new Numeral.Refused(Excerpt.shortened(text) + " is not finite: it is too large for a double");
        }
        if (value == 0 && text.replaceFirst("[eE].*", "").chars().anyMatch(c -> c >= '1' && c <= '9')) {
            return new Numeral.Refused(
                    Excerpt.shortened(text) + " is too small for a double; write 0 if that is meant");
        }
        return new Numeral.Finite(text, value, exact(text, value));
    }

    private static Optional<BigInteger> exact(String text, double value) {
        if (value == 0) {
            return Optional.of(BigInteger.ZERO);
        }
        if (Math.abs(value) > WHOLE_END || Math.abs(value) < 1) {
            return Optional.empty();
        }
        if (value != Math.rint(value)) {
            return Optional.empty();
        }
        BigDecimal decimal = new BigDecimal(
                text.endsWith(".") ? text + "0" : text.replace(".e", ".0e").replace(".E", ".0E"));
        return decimal.stripTrailingZeros().scale() <= 0 ? Optional.of(decimal.toBigIntegerExact()) : Optional.empty();
    }

    private static String inTens(Matcher based) {
        BigInteger magnitude = based.group("hex") != null
                ? new BigInteger(based.group("hex"), 16)
                : based.group("octal") != null
                        ? new BigInteger(based.group("octal"), 8)
                        : new BigInteger(based.group("binary"), 2);
        return Excerpt.shortened(based.group("sign").replace("+", "") + magnitude);
    }
}

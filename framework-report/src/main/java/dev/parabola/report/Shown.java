package dev.parabola.report;

import dev.parabola.core.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a reader of the page sees them. */
final class Shown {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final SignificantDigits SHOWN = new SignificantDigits(THREE_DIGITS.getPrecision());
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double PLAIN_END = 1e5;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Shown() {}

    /** Three digits: {@code 0.0186}, {@code 8.5×10⁻⁷}; a dash for NaN. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= SMALLEST_PLAIN && size < PLAIN_END) {
            StringBuilder text = new StringBuilder();
            SHOWN.append(text, value);
            return signed(text.toString());
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
        int exponent = rounded.precision() - rounded.scale() - 1;
        String digits = Numbers.setting(rounded.movePointLeft(exponent).doubleValue());
        return signed((digits.equals("1") ? "" : digits + "×") + "10" + raised(exponent));
    }

    static String percent(double share) {
        return Long.toString(Math.round(share * 100));
    }

    private static String signed(String number) {
        return number.replace('-', '−');
    }

    private static String raised(int exponent) {
        StringBuilder text = new StringBuilder();
        if (exponent < 0) {
            text.append('⁻');
        }
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> text.append(RAISED.charAt(digit - '0')));
        return text.toString();
    }
}

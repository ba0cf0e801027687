package dev.parabola.report;

import dev.parabola.core.text.Numbers;
import java.util.function.IntConsumer;

/**
 * JSON to be embedded in a page: no character in it can end the script element or begin a tag, whatever a manifest or plugin is
 * called.
 */
final class Json {
    private static final SignificantDigits SHOWN = new SignificantDigits(4);

    /** What numbers that a person wrote have, and the ends of curves. */
    private static final SignificantDigits USUAL = new SignificantDigits(8);

    private static final char DELETE = 0x7f;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    Json begin(char bracket) {
        separate();
        text.append(bracket);
        first = true;
        return this;
    }

    Json end(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    Json key(String name) {
        text(name);
        text.append(':');
        first = true;
        return this;
    }

    Json text(String value) {
        separate();
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                default -> {
                    if (isPlain(c)) {
                        text.append(c);
                    } else {
                        text.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            text.append(HEX.charAt(c >> shift & 15));
                        }
                    }
                }
            }
        }
        text.append('"');
        return this;
    }

    /** ASCII and letters of other scripts; no markup, no controls, nothing that turns the direction of text or ends a line. */
    private static boolean isPlain(char c) {
        if (c >= ' ' && c < DELETE) {
            return "<>&".indexOf(c) < 0;
        }
        return Character.isLetterOrDigit(c);
    }

    Json count(long value) {
        separate();
        text.append(value);
        return this;
    }

    Json flag(boolean value) {
        separate();
        text.append(value);
        return this;
    }

    /** JSON that was made by another of these. */
    Json raw(String json) {
        separate();
        text.append(json);
        return this;
    }

    Json nothing() {
        separate();
        text.append("null");
        return this;
    }

    /** Four digits, enough for any figure; what is not finite is null. */
    Json number(double value) {
        if (!Double.isFinite(value)) {
            return nothing();
        }
        separate();
        SHOWN.append(text, value);
        return this;
    }

    /** All digits: for limits and ranges, which are compared. */
    Json exactly(double value) {
        if (!Double.isFinite(value)) {
            return nothing();
        }
        separate();
        if (value != 0 && USUAL.round(value) == value) {
            USUAL.append(text, value);
        } else {
            text.append(Numbers.setting(value));
        }
        return this;
    }

    Json list(int size, IntConsumer item) {
        begin('[');
        for (int i = 0; i < size; i++) {
            item.accept(i);
        }
        return end(']');
    }

    Json numbers(double[] values) {
        return list(values.length, i -> number(values[i]));
    }

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }
}

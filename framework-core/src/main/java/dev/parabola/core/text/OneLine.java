package dev.parabola.core.text;

/** Text from outside (a path, a plugin's message) made fit for one line of a message, a log or a table. */
public final class OneLine {
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private OneLine() {}

    /**
     * Makes what would break the line, or steer a terminal, visible.
     *
     * @param text any text
     * @return the text with control characters and line separators as {@code \n}, {@code \r}, {@code \t} or <code>&#92;u0007</code>
     */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line.append("\\n");
            } else if (c == '\r') {
                line.append("\\r");
            } else if (c == '\t') {
                line.append("\\t");
            } else if (Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
                String digits = Integer.toHexString(c);
                line.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }
}

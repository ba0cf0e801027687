package dev.parabola.core.manifest;

import dev.parabola.core.text.OneLine;

/** What was read, short and on one line, as a message shows it. */
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /**
     * A text in quotes.
     *
     * @param text any text
     * @return {@code 'text'}; its middle left out if it is long, control characters made visible
     */
    public static String quoted(String text) {
        return "'" + shortened(text) + "'";
    }

    /**
     * A text as it is.
     *
     * @param text any text
     * @return the text; its middle left out if it is long, control characters made visible
     */
    public static String shortened(String text) {
        String shown = text;
        if (text.codePointCount(0, text.length()) > LONGEST) {
            String head = text.substring(0, text.offsetByCodePoints(0, LONGEST / 2));
            String tail = text.substring(text.offsetByCodePoints(text.length(), -LONGEST / 3));
            shown = head + " … " + tail;
        }
        return OneLine.of(shown);
    }
}

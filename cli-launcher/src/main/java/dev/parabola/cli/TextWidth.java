package dev.parabola.cli;

/** How many columns of a terminal text takes: characters of East Asia take two, marks over other characters and colours none. */
final class TextWidth {
    private static final char ESCAPE = '\u001b';

    /** First and last code points of what is wide, as in Unicode's East Asian Width: W and F. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x231a, 0x231b},
        {0x2329, 0x232a},
        {0x23e9, 0x23ec},
        {0x2e80, 0x303e},
        {0x3041, 0x4dbf},
        {0x4e00, 0xa4cf},
        {0xa960, 0xa97c},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe10, 0xfe19},
        {0xfe30, 0xfe6f},
        {0xff01, 0xff60},
        {0xffe0, 0xffe6},
        {0x16fe0, 0x1b2fb},
        {0x1f300, 0x1f64f},
        {0x1f680, 0x1f6ff},
        {0x1f900, 0x1faff},
        {0x20000, 0x3fffd}
    };

    private TextWidth() {}

    static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += length(text, i)) {
            columns += text.charAt(i) == ESCAPE ? 0 : of(text.codePointAt(i));
        }
        return columns;
    }

    /** The index behind as much of a text as fits; at least behind its first character. */
    static int fitting(String text, int columns) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            used += text.charAt(end) == ESCAPE ? 0 : of(text.codePointAt(end));
            if (used > columns && end > 0) {
                break;
            }
            end += length(text, end);
        }
        return end;
    }

    /** A text with its middle left out if it does not fit; {@code columns} are at least 3. */
    static String shortened(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        String beginning = text.substring(0, fitting(text, columns / 2));
        int room = columns - 1 - of(beginning);
        int start = text.length();
        while (start > 0 && of(text.substring(text.offsetByCodePoints(start, -1))) <= room) {
            start = text.offsetByCodePoints(start, -1);
        }
        return beginning + "…" + text.substring(start);
    }

    /** How many chars stand together: those of a colour up to its m, or of a code point. */
    private static int length(String text, int index) {
        if (text.charAt(index) == ESCAPE) {
            int end = text.indexOf('m', index);
            return (end < 0 ? text.length() : end + 1) - index;
        }
        return Character.charCount(text.codePointAt(index));
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}

package dev.parabola.core.results;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running text as a formula: such text gets a leading apostrophe, which spreadsheets take for "this is
 * text". After OWASP, "CSV Injection".
 */
final class FormulaGuard {
    private static final char APOSTROPHE = '\'';
    private static final String STARTS_A_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String STARTS_A_CELL_ANEW = "\t\r\n";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A negative level of a numeric factor is a number to a spreadsheet as well. */
    private static final Pattern NUMBER = Pattern.compile("-?([0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?|Infinity)");

    private FormulaGuard() {}

    static String guard(String text) {
        return isDangerous(text.substring(apostrophes(text))) ? APOSTROPHE + text : text;
    }

    /** The text that was guarded: also of text that began with apostrophes before. */
    static String unguard(String guarded) {
        int apostrophes = apostrophes(guarded);
        return apostrophes > 0 && isDangerous(guarded.substring(apostrophes)) ? guarded.substring(1) : guarded;
    }

    private static int apostrophes(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) == APOSTROPHE) {
            count++;
        }
        return count;
    }

    private static boolean isDangerous(String text) {
        if (text.isEmpty() || NUMBER.matcher(text).matches()) {
            return false;
        }
        if (STARTS_A_CELL_ANEW.indexOf(text.charAt(0)) >= 0) {
            return true;
        }
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return start < text.length() && STARTS_A_FORMULA.indexOf(text.charAt(start)) >= 0;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c == BYTE_ORDER_MARK;
    }
}

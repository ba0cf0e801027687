package dev.parabola.core.study;

import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.ExpressionSyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a formula as expressions have it, where it is written as in mathematics or in another language: {@code 2x}, {@code x²},
 * {@code |x|}, {@code np.log10(x)}. What has more than one meaning, such as {@code 1/2x}, is left alone, and nothing is answered that does not
 * parse.
 */
final class ForeignNotation {
    private static final int DEEPEST = 100;
    /** A remedy is to be read, and copied. */
    private static final int LONGEST = 200;

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUPERSCRIPT_MINUS = "⁻";
    /** Signs and what they stand for, each followed by its own. */
    private static final String SIGNS = "−-–-×*·*⋅*∙*∗*÷/∕/";

    private static final Pattern DEFINITION = Pattern.compile(
            "\\s*(?:lambda\\s+\\w+\\s*:|\\w+(?:\\([\\w, ]*\\))?\\s*(?:=(?!=)|->|=>|→))(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[0-9]+,[0-9]+");
    private static final Pattern WORD = Pattern.compile("π|[A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z][A-Za-z0-9_]*)*");
    private static final Pattern NUMBERED = Pattern.compile("[xX]_?(0|[1-9][0-9]{0,2})");
    private static final Pattern INDEX = Pattern.compile("\\[\\s*([0-9]{1,3})\\s*]");
    private static final Pattern COMPARISON = Pattern.compile("<=|>=|==|!=|<|>");

    private final String text;
    private final Predicate<String> isVariable;
    private final boolean countsFromZero;
    private final List<String> letters;
    private int at;
    private int depth;
    private boolean failed;

    private ForeignNotation(String text, Predicate<String> isVariable, List<String> letters) {
        this.text = text;
        this.isVariable = isVariable;
        this.letters = letters;
        this.countsFromZero = Pattern.compile("[xX](?:_?0(?![0-9])|\\[\\s*0\\s*])")
                .matcher(text)
                .find();
    }

    /**
     * A formula that means the same and parses.
     *
     * @param text a text that does not parse
     * @param isVariable which words are variables
     * @return the formula, if one is found
     */
    static Optional<String> translate(String text, Predicate<String> isVariable) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher definition = DEFINITION.matcher(text);
        String body = definition.matches() ? definition.group(1) : text;
        Optional<String> formula = new ForeignNotation(body.strip(), isVariable, letters(body, isVariable)).formula();
        return formula.filter(found -> !found.equals(text) && parses(found, isVariable));
    }

    private static boolean parses(String formula, Predicate<String> isVariable) {
        try {
            Expression parsed = Expression.parse(formula, isVariable);
            return parsed.variables().size() < 2 || !parsed.variables().contains("x");
        } catch (ExpressionSyntaxException e) {
            return false;
        }
    }

    /** Single letters that serve as inputs, x, y and z before all others; none where x is the only one. */
    private static List<String> letters(String text, Predicate<String> isVariable) {
        SortedSet<String> found =
                new TreeSet<>(Comparator.comparing((String letter) -> letter.compareToIgnoreCase("x") < 0)
                        .thenComparing(Comparator.naturalOrder()));
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            if (word.length() == 1 && !word.equals("e") && !word.equals("π") && !word.equals("E")) {
                found.add(word);
            }
        }
        return found.size() == 1 && isVariable.test(found.first()) ? List.of() : List.copyOf(found);
    }

    /** A part of a formula. */
    private record Piece(Kind kind, String text, boolean spaced) {}

    private enum Kind {
        /** A number. */
        NUMBER,
        /** A variable or a constant. */
        NAME,
        /** Something in parentheses, or a call. */
        VALUE,
        /** A function whose argument has no parentheses. */
        FUNCTION,
        /** What stands between two values, or before one. */
        OPERATOR
    }

    private Optional<String> formula() {
        List<String> parts = sequences("");
        return !failed && at == text.length() && parts.size() == 1
                ? Optional.of(unwrapped(parts.get(0)))
                : Optional.empty();
    }

    /** What stands between commas up to a closing sign, which is taken too; nothing closes the formula itself. */
    private List<String> sequences(String close) {
        List<String> parts = new ArrayList<>();
        if (++depth > DEEPEST) {
            failed = true;
        }
        while (!failed) {
            parts.add(sequence(close));
            skipSpace();
            if (accept(close)) {
                break;
            }
            if (!close.isEmpty() && (accept(",") || accept(";"))) {
                continue;
            }
            while (close.isEmpty() && accept(";")) {
                skipSpace();
            }
            failed |= at < text.length() || !close.isEmpty();
            break;
        }
        depth--;
        return parts;
    }

    private String sequence(String close) {
        List<Piece> pieces = new ArrayList<>();
        while (!failed) {
            boolean spaced = skipSpace();
            if (at == text.length() || (!close.isEmpty() && text.startsWith(close, at) && isClosing(close, pieces))) {
                break;
            }
            char c = text.charAt(at);
            if (c == ',' || c == ';' || c == '?' || c == ':' || ")]}".indexOf(c) >= 0) {
                if (c == '?' && close.isEmpty()) {
                    return choice(joined(pieces));
                }
                break;
            }
            piece(pieces, c, spaced, close);
        }
        return joined(pieces);
    }

    /** A bar closes where a value has ended. */
    private static boolean isClosing(String close, List<Piece> pieces) {
        return !close.equals("|") || endsInValue(pieces);
    }

    private static boolean endsInValue(List<Piece> pieces) {
        return !pieces.isEmpty()
                && pieces.get(pieces.size() - 1).kind() != Kind.OPERATOR
                && pieces.get(pieces.size() - 1).kind() != Kind.FUNCTION;
    }

    /** {@code condition ? a : b}, the condition read already. */
    private String choice(String condition) {
        at++;
        String then = sequence(":");
        skipSpace();
        if (!accept(":")) {
            failed = true;
            return "";
        }
        String otherwise = sequence("");
        return "if(" + condition + ", " + then + ", " + otherwise + ")";
    }

    private void piece(List<Piece> pieces, char c, boolean spaced, String close) {
        Matcher comma = DECIMAL_COMMA.matcher(text).region(at, text.length());
        if ((close.isEmpty() || close.equals("|")) && comma.lookingAt()) {
            at = comma.end();
            pieces.add(new Piece(Kind.NUMBER, comma.group().replace(',', '.'), spaced));
            return;
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            failed |= number.group().matches("0[0-9].*") || (number.group().equals("0") && nextIsLetter());
            pieces.add(new Piece(Kind.NUMBER, number.group(), spaced));
            return;
        }
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (word.lookingAt()) {
            at = word.end();
            word(pieces, word.group(), spaced);
            return;
        }
        int sign = SIGNS.indexOf(c);
        if (sign >= 0 && sign % 2 == 0) {
            at++;
            pieces.add(new Piece(Kind.OPERATOR, SIGNS.substring(sign + 1, sign + 2), spaced));
        } else if (SUPERSCRIPTS.indexOf(c) >= 0 || text.startsWith(SUPERSCRIPT_MINUS, at)) {
            raise(pieces, superscript());
        } else if (c == '√') {
            at++;
            pieces.add(new Piece(Kind.FUNCTION, "√", spaced));
        } else if (c == '|' && !text.startsWith("||", at)) {
            at++;
            List<String> inner = sequences("|");
            pieces.add(new Piece(Kind.VALUE, "abs(" + String.join("", inner) + ")", spaced));
            failed |= inner.size() != 1;
        } else if ("([{".indexOf(c) >= 0) {
            group(pieces, spaced);
        } else {
            operator(pieces, c, spaced);
        }
    }

    private void operator(List<Piece> pieces, char c, boolean spaced) {
        Matcher comparison = COMPARISON.matcher(text).region(at, text.length());
        int unicode = "≤≥≠".indexOf(c);
        if (text.startsWith("**", at)) {
            at += 2;
            pieces.add(new Piece(Kind.OPERATOR, "^", spaced));
        } else if (comparison.lookingAt()) {
            at = comparison.end();
            pieces.add(new Piece(Kind.OPERATOR, comparison.group(), spaced));
        } else if (unicode >= 0) {
            at++;
            pieces.add(new Piece(Kind.OPERATOR, List.of("<=", ">=", "!=").get(unicode), spaced));
        } else if ("+-*/^%".indexOf(c) >= 0) {
            at++;
            pieces.add(new Piece(Kind.OPERATOR, String.valueOf(c), spaced));
        } else {
            failed = true;
        }
    }

    private void word(List<Piece> pieces, String word, boolean spaced) {
        Matcher index = INDEX.matcher(text).region(at, text.length());
        if (word.equalsIgnoreCase("x") && index.lookingAt()) {
            at = index.end();
            pieces.add(new Piece(Kind.NAME, numbered(index.group(1)), spaced));
            return;
        }
        Matcher numbered = NUMBERED.matcher(word);
        if (numbered.matches()) {
            pieces.add(new Piece(Kind.NAME, numbered(numbered.group(1)), spaced));
        } else if (letters.contains(word)) {
            pieces.add(new Piece(Kind.NAME, letter(word), spaced));
        } else if (isVariable.test(word)) {
            pieces.add(new Piece(Kind.NAME, word, spaced));
        } else {
            Optional<String> constant = ForeignFunctions.constant(word);
            pieces.add(new Piece(constant.isPresent() ? Kind.NAME : Kind.FUNCTION, constant.orElse(word), spaced));
        }
    }

    private String letter(String word) {
        return letters.size() == 1 ? "x" : "x" + (letters.indexOf(word) + 1);
    }

    private String numbered(String index) {
        return "x" + (Integer.parseInt(index) + (countsFromZero ? 1 : 0));
    }

    /** A superscript belongs to what stands right before it: a value, or a function whose argument follows. */
    private void raise(List<Piece> pieces, String exponent) {
        int last = pieces.size() - 1;
        if (last < 0 || pieces.get(last).kind() == Kind.OPERATOR) {
            failed = true;
        } else if (pieces.get(last).kind() == Kind.FUNCTION) {
            pieces.add(new Piece(Kind.OPERATOR, "^", false));
            pieces.add(new Piece(Kind.NUMBER, exponent, false));
        } else {
            Piece base = pieces.get(last);
            pieces.set(last, new Piece(Kind.VALUE, base.text() + "^" + exponent, base.spaced()));
        }
    }

    private String superscript() {
        StringBuilder exponent = new StringBuilder();
        if (text.startsWith(SUPERSCRIPT_MINUS, at)) {
            exponent.append('-');
            at++;
        }
        while (at < text.length() && SUPERSCRIPTS.indexOf(text.charAt(at)) >= 0) {
            exponent.append(SUPERSCRIPTS.indexOf(text.charAt(at++)));
        }
        return exponent.toString();
    }

    /** Parentheses, or the arguments of the function before them, whose power may stand between: sin²(x). */
    private void group(List<Piece> pieces, boolean spaced) {
        String close = String.valueOf(")]}".charAt("([{".indexOf(text.charAt(at++))));
        List<String> inner = sequences(close);
        if (failed) {
            return;
        }
        int last = pieces.size() - 1;
        boolean power = last >= 2
                && pieces.get(last).kind() == Kind.NUMBER
                && pieces.get(last - 1).text().equals("^")
                && pieces.get(last - 2).kind() == Kind.FUNCTION;
        int function = power ? last - 2 : last;
        if (function < 0 || pieces.get(function).kind() != Kind.FUNCTION) {
            failed |= inner.size() != 1;
            pieces.add(new Piece(Kind.VALUE, "(" + String.join("", inner) + ")", spaced));
            return;
        }
        Piece name = pieces.get(function);
        Optional<String> call = name.text().equals("√")
                ? Optional.of("sqrt(" + String.join(", ", inner) + ")")
                : ForeignFunctions.call(name.text(), inner);
        failed |= call.isEmpty();
        pieces.set(function, new Piece(Kind.VALUE, wrapped(call.orElse("")), name.spaced()));
    }

    private static String wrapped(String formula) {
        return isOneValue(formula) ? formula : "(" + formula + ")";
    }

    /** Whether a formula is a single call, or in parentheses as a whole. */
    private static boolean isOneValue(String formula) {
        int open = formula.indexOf('(');
        if (open < 0 || !formula.substring(0, open).chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return false;
        }
        int inside = 0;
        for (int i = open; i < formula.length(); i++) {
            inside += formula.charAt(i) == '(' ? 1 : formula.charAt(i) == ')' ? -1 : 0;
            if (inside == 0) {
                return i == formula.length() - 1;
            }
        }
        return false;
    }

    private static String unwrapped(String formula) {
        return formula.startsWith("(") && isOneValue(formula) ? formula.substring(1, formula.length() - 1) : formula;
    }

    private String joined(List<Piece> all) {
        List<Piece> pieces = remainders(calls(all));
        StringBuilder joined = new StringBuilder();
        boolean compares = false;
        for (int i = 0; i < pieces.size() && !failed; i++) {
            Piece piece = pieces.get(i);
            if (i > 0 && isValue(piece) && isValue(pieces.get(i - 1))) {
                failed |= isAmbiguousProduct(pieces, i);
                joined.append('*');
            } else if (piece.spaced() && i > 0) {
                joined.append(' ');
            }
            joined.append(piece.text());
            compares |= COMPARISON.matcher(piece.text()).matches();
        }
        failed |= pieces.isEmpty();
        return compares && depth <= 1 && !text.contains("?") ? "if(" + joined + ", 1, 0)" : joined.toString();
    }

    /** Two numbers side by side are none, and 1/2x and 2^3x mean one thing to some and another to others. */
    private static boolean isAmbiguousProduct(List<Piece> pieces, int place) {
        if (pieces.get(place).kind() == Kind.NUMBER && pieces.get(place - 1).kind() == Kind.NUMBER) {
            return true;
        }
        int before = place - 1;
        while (before > 0 && isValue(pieces.get(before - 1))) {
            before--;
        }
        return before > 0 && "/^%".contains(pieces.get(before - 1).text());
    }

    private static boolean isValue(Piece piece) {
        return piece.kind() != Kind.OPERATOR && piece.kind() != Kind.FUNCTION;
    }

    /** {@code sin x} and {@code √x}, where nothing tells how far the argument goes. */
    private List<Piece> calls(List<Piece> pieces) {
        List<Piece> called = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind() != Kind.FUNCTION) {
                called.add(piece);
                continue;
            }
            boolean root = piece.text().equals("√");
            Optional<String> name = root ? Optional.of("sqrt") : ForeignFunctions.ownOfOne(piece.text());
            boolean argument = i + 1 < pieces.size() && isValue(pieces.get(i + 1));
            String after = i + 2 < pieces.size() ? pieces.get(i + 2).text() : "";
            boolean ends = after.isEmpty() || (root ? "+-*/" : "+-").contains(after);
            if (name.isEmpty()
                    || !argument
                    || !ends
                    || (root && pieces.get(i + 1).text().contains("^"))) {
                failed = true;
                return List.of();
            }
            called.add(new Piece(
                    Kind.VALUE, name.orElseThrow() + "(" + pieces.get(++i).text() + ")", piece.spaced()));
        }
        return called;
    }

    /** {@code a % b} of two values, as the remainder with the sign of b. */
    private List<Piece> remainders(List<Piece> pieces) {
        List<Piece> rest = new ArrayList<>();
        int i = 0;
        while (i < pieces.size()) {
            if (!pieces.get(i).text().equals("%")) {
                rest.add(pieces.get(i++));
                continue;
            }
            int last = rest.size() - 1;
            boolean values =
                    last >= 0 && i + 1 < pieces.size() && isValue(rest.get(last)) && isValue(pieces.get(i + 1));
            String after = i + 2 < pieces.size() ? pieces.get(i + 2).text() : "+";
            if (!values || !beginsTerm(rest, last) || !"+-<>=".contains(after)) {
                failed = true;
                return List.of();
            }
            String a = rest.get(last).text();
            String b = pieces.get(i + 1).text();
            String remainder = "(" + a + " - " + b + "*floor(" + a + "/" + b + "))";
            rest.set(last, new Piece(Kind.VALUE, remainder, rest.get(last).spaced()));
            i += 2;
        }
        return rest;
    }

    /** Whether a value is the first of a sum or follows a plus or minus between two terms; of -x % 2 nobody knows. */
    private static boolean beginsTerm(List<Piece> pieces, int place) {
        return place == 0
                || ("+-<>".contains(pieces.get(place - 1).text()) && place > 1 && isValue(pieces.get(place - 2)));
    }

    private boolean nextIsLetter() {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }

    private boolean accept(String sign) {
        if (!sign.isEmpty() && text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    private boolean skipSpace() {
        int start = at;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == NO_BREAK_SPACE)) {
            at++;
        }
        return at > start;
    }
}

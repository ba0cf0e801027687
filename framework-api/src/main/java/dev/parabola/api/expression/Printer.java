package dev.parabola.api.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.IdentityHashMap;
import java.util.List;

/** Writes a formula with no more parentheses than it needs. */
final class Printer {
    /** A shared node is written wherever it is used, so a small formula can have an endless text. */
    private static final int MAX_LENGTH = 4_000;

    private final Notation notation;

    Printer(Notation notation) {
        this.notation = notation;
    }

    /** How tightly a text binds, loosest first. */
    private enum Precedence {
        SUM,
        PRODUCT,
        SIGN,
        POWER,
        ATOM
    }

    private record Written(String text, Precedence precedence) {}

    String print(Expression formula) {
        IdentityHashMap<Expression, Written> written = new IdentityHashMap<>();
        List<Expression> order = Nodes.inOrder(List.of(formula));
        IdentityHashMap<Expression, Integer> uses = uses(order);
        for (Expression node : order) {
            Written text = write(node, written);
            written.put(node, text.text().length() > MAX_LENGTH ? ellipsis() : text);
            forget(node, uses, written);
        }
        return get(written, formula).text();
    }

    private static IdentityHashMap<Expression, Integer> uses(List<Expression> order) {
        IdentityHashMap<Expression, Integer> uses = new IdentityHashMap<>();
        for (Expression node : order) {
            for (int i = 0; i < node.operation().arity(); i++) {
                uses.merge(node.argument(i), 1, Integer::sum);
            }
        }
        return uses;
    }

    /** Drops texts that nothing more will use: those of a formula of a million nodes would not fit into memory together. */
    private static void forget(
            Expression node, IdentityHashMap<Expression, Integer> uses, IdentityHashMap<Expression, Written> written) {
        for (int i = 0; i < node.operation().arity(); i++) {
            Expression argument = node.argument(i);
            if (uses.merge(argument, -1, Integer::sum) == 0) {
                written.remove(argument);
            }
        }
    }

    private Written ellipsis() {
        return new Written(notation == Notation.LATEX ? "\\ldots" : "…", Precedence.ATOM);
    }

    private Written write(Expression node, IdentityHashMap<Expression, Written> written) {
        boolean latex = notation == Notation.LATEX;
        return switch (node.operation()) {
            case CONSTANT -> number(node.number());
            case VARIABLE -> new Written(latex ? latexName(node.name()) : node.name(), Precedence.ATOM);
            case NEGATE -> new Written("-" + negated(node, written), Precedence.SIGN);
            case PLUS ->
                new Written(
                        at(Precedence.SUM, node, 0, written) + " + " + at(Precedence.PRODUCT, node, 1, written),
                        Precedence.SUM);
            case MINUS ->
                new Written(
                        at(Precedence.SUM, node, 0, written) + " - " + at(Precedence.PRODUCT, node, 1, written),
                        Precedence.SUM);
            case TIMES ->
                new Written(
                        at(Precedence.PRODUCT, node, 0, written)
                                + (latex ? " \\cdot " : " * ")
                                + at(Precedence.SIGN, node, 1, written),
                        Precedence.PRODUCT);
            case DIVIDE ->
                latex
                        ? new Written(
                                "\\frac{" + bare(node, 0, written) + "}{" + bare(node, 1, written) + "}",
                                Precedence.POWER)
                        : new Written(
                                at(Precedence.PRODUCT, node, 0, written) + " / "
                                        + at(Precedence.SIGN, node, 1, written),
                                Precedence.PRODUCT);
            case POWER -> power(at(Precedence.ATOM, node, 0, written), realExponent(node, written));
            case INTEGER_POWER -> power(at(Precedence.ATOM, node, 0, written), Integer.toString(node.exponent()));
            case WHERE -> choice(node, written);
            case SQRT ->
                new Written(
                        latex ? "\\sqrt{" + bare(node, 0, written) + "}" : call("sqrt", bare(node, 0, written)),
                        Precedence.ATOM);
            case ABS ->
                new Written(
                        latex ? "\\left|" + bare(node, 0, written) + "\\right|" : call("abs", bare(node, 0, written)),
                        Precedence.ATOM);
            case FLOOR ->
                new Written(
                        latex
                                ? "\\left\\lfloor " + bare(node, 0, written) + "\\right\\rfloor"
                                : call("floor", bare(node, 0, written)),
                        Precedence.ATOM);
            case MIN, MAX ->
                new Written(
                        call(
                                (latex ? "\\" : "") + node.operation().symbol(),
                                bare(node, 0, written) + ", " + bare(node, 1, written)),
                        Precedence.ATOM);
            case EXP, LOG, SIN, COS, TAN, TANH ->
                new Written(
                        call((latex ? "\\" : "") + node.operation().symbol(), bare(node, 0, written)), Precedence.ATOM);
            case ATAN, ERF, SIGMOID, SOFTPLUS, SIGN -> {
                String name = node.operation().symbol();
                yield new Written(
                        call(latex ? "\\operatorname{" + name + "}" : name, bare(node, 0, written)), Precedence.ATOM);
            }
        };
    }

    /** What follows a minus; a number in parentheses, because -2 is a number and not the negative of one. */
    private String negated(Expression node, IdentityHashMap<Expression, Written> written) {
        return node.argument(0).operation() == Operation.CONSTANT
                ? call("", bare(node, 0, written))
                : at(Precedence.POWER, node, 0, written);
    }

    private Written power(String base, String exponent) {
        return new Written(
                base + "^" + (notation == Notation.LATEX ? "{" + exponent + "}" : exponent), Precedence.POWER);
    }

    private String realExponent(Expression node, IdentityHashMap<Expression, Written> written) {
        return notation == Notation.LATEX ? bare(node, 1, written) : at(Precedence.ATOM, node, 1, written);
    }

    private Written choice(Expression node, IdentityHashMap<Expression, Written> written) {
        Comparison comparison = node.comparison();
        String left = bare(node, 0, written);
        String right = bare(node, 1, written);
        String then = bare(node, 2, written);
        String otherwise = bare(node, 3, written);
        if (notation == Notation.TEXT) {
            return new Written(
                    "if(" + left + " " + comparison.symbol() + " " + right + ", " + then + ", " + otherwise + ")",
                    Precedence.ATOM);
        }
        String relation = switch (comparison) {
            case LESS -> "<";
            case AT_MOST -> "\\le";
            case GREATER -> ">";
            case AT_LEAST -> "\\ge";
            case EQUAL -> "=";
            case NOT_EQUAL -> "\\ne";
        };
        return new Written(
                "\\begin{cases}" + then + " & " + left + " " + relation + " " + right + " \\\\ " + otherwise
                        + " & \\text{otherwise}\\end{cases}",
                Precedence.ATOM);
    }

    private String call(String name, String arguments) {
        return notation == Notation.LATEX ? name + "\\left(" + arguments + "\\right)" : name + "(" + arguments + ")";
    }

    private String bare(Expression node, int argument, IdentityHashMap<Expression, Written> written) {
        return get(written, node.argument(argument)).text();
    }

    /** An argument's text, in parentheses if it binds looser than its place demands. */
    private String at(Precedence place, Expression node, int argument, IdentityHashMap<Expression, Written> written) {
        Written text = get(written, node.argument(argument));
        return text.precedence().compareTo(place) >= 0 ? text.text() : call("", text.text());
    }

    private static Written get(IdentityHashMap<Expression, Written> written, Expression node) {
        Written text = written.get(node);
        if (text == null) {
            throw new IllegalStateException("arguments come before those that use them");
        }
        return text;
    }

    private Written number(double value) {
        Precedence precedence = Math.copySign(1, value) < 0 ? Precedence.SIGN : Precedence.ATOM;
        if (Double.isNaN(value)) {
            return new Written(notation == Notation.LATEX ? "\\mathrm{NaN}" : "(0 / 0)", Precedence.ATOM);
        }
        if (Double.isInfinite(value)) {
            String sign = value < 0 ? "-" : "";
            return new Written(sign + (notation == Notation.LATEX ? "\\infty" : "1 / 0"), Precedence.SUM);
        }
        if (value == Math.PI) {
            return new Written(notation == Notation.LATEX ? "\\pi" : "pi", Precedence.ATOM);
        }
        if (value == Math.E) {
            return new Written("e", Precedence.ATOM);
        }
        String digits = shortest(value);
        int exponent = digits.indexOf('E');
        if (exponent < 0) {
            return new Written(digits, precedence);
        }
        String mantissa = digits.substring(0, exponent);
        String power = digits.substring(exponent + 1).replace("+", "");
        return notation == Notation.LATEX
                ? new Written(mantissa + " \\cdot 10^{" + power + "}", Precedence.PRODUCT)
                : new Written(mantissa + "e" + power, precedence);
    }

    /** The fewest digits that read back to the same number; {@link Double#toString} differs between Java versions. */
    private static String shortest(double value) {
        if (value == 0) {
            return Math.copySign(1, value) < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return text(rounded);
            }
        }
        return text(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    private static String text(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        int magnitude = stripped.precision() - stripped.scale();
        return magnitude > -4 && magnitude <= 15 ? stripped.toPlainString() : stripped.toString();
    }

    private static String latexName(String name) {
        if (name.matches("[A-Za-z]")) {
            return name;
        }
        if (name.matches("[A-Za-z][0-9]+")) {
            return name.charAt(0) + "_{" + name.substring(1) + "}";
        }
        return "\\mathrm{" + name.replace("_", "\\_") + "}";
    }
}

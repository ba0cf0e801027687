package dev.parabola.api.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Reads the text of a formula by recursive descent, of bounded depth. */
final class Parser {
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_DEPTH = 200;
    private static final String FUNCTIONS =
            "abs, sqrt, exp, ln, sin, cos, tan, tanh, atan, erf, sigmoid, softplus, min, max, floor, sign, if";

    private final String text;
    private final Predicate<String> isVariable;
    private int at;
    private int depth;

    Parser(String text, Predicate<String> isVariable) {
        this.text = text;
        this.isVariable = isVariable;
    }

    Expression parse() {
        if (text.length() > MAX_LENGTH) {
            throw error(
                    MAX_LENGTH,
                    "an expression has at most " + MAX_LENGTH + " characters, this one has " + text.length());
        }
        Expression formula = sum();
        skipSpace();
        if (at < text.length()) {
            throw error(at, text.charAt(at) == ')' ? "this ')' closes nothing" : unexpected("an operator or the end"));
        }
        return formula;
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            if (accept('+')) {
                left = left.plus(product());
            } else if (accept('-')) {
                left = left.minus(product());
            } else {
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = signed();
        while (true) {
            if (accept('*')) {
                if (at < text.length() && text.charAt(at) == '*') {
                    throw new ExpressionSyntaxException(at - 1, "'**' is no operator", "a power is written '^'");
                }
                left = left.times(signed());
            } else if (accept('/')) {
                left = left.dividedBy(signed());
            } else {
                return left;
            }
        }
    }

    private Expression signed() {
        enter();
        Expression result;
        if (accept('-')) {
            skipSpace();
            boolean literal = at == text.length() || text.charAt(at) != '(';
            Expression operand = signed();
            result = literal && operand.operation() == Operation.CONSTANT
                    ? Expression.constant(-operand.number())
                    : operand.negate();
        } else if (accept('+')) {
            result = signed();
        } else {
            result = power();
        }
        depth--;
        return result;
    }

    private Expression power() {
        Expression base = primary();
        if (!accept('^')) {
            return base;
        }
        Expression exponent = signed();
        if (exponent.operation() == Operation.CONSTANT) {
            double number = exponent.number();
            if (number == Math.rint(number) && Math.abs(number) <= Expression.MAX_INTEGER_POWER) {
                return base.power((int) number);
            }
        }
        return base.power(exponent);
    }

    private Expression primary() {
        skipSpace();
        if (at == text.length()) {
            throw error(at, "the expression ends where a number, a variable, a function or '(' should follow");
        }
        int start = at;
        char c = text.charAt(at);
        if (c == '(') {
            at++;
            Expression inner = sum();
            close(start, "an operator or ')'");
            return inner;
        }
        if (isDigit(c) || c == '.') {
            return Expression.constant(number());
        }
        if (isLetter(c)) {
            while (at < text.length()
                    && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            return word(text.substring(start, at), start);
        }
        throw error(at, unexpected("a number, a variable, a function or '('"));
    }

    private double number() {
        int start = at;
        digits();
        int point = at;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (start == point && at == start + 1) {
            throw error(start, "'.' alone is no number");
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int mark = at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            if (at == text.length() || !isDigit(text.charAt(at))) {
                throw error(mark, "an exponent needs digits, as in 1e-3 (a product is written with '*')");
            }
            digits();
        }
        String literal = text.substring(start, at);
        double value = Double.parseDouble(literal);
        if (Double.isInfinite(value)) {
            throw error(start, "the number " + literal + " is too large for a double");
        }
        return value;
    }

    private Expression word(String word, int start) {
        if (isVariable.test(word)) {
            return Expression.variable(word);
        }
        return switch (word) {
            case "pi" -> Expression.constant(Math.PI);
            case "e" -> Expression.constant(Math.E);
            case "if" -> choice(start);
            case "log" -> function(Operation.LOG, word, start);
            default -> function(operation(word, start), word, start);
        };
    }

    private Operation operation(String word, int start) {
        for (Operation operation : Operation.values()) {
            if (operation.isFunction() && operation.symbol().equals(word)) {
                return operation;
            }
        }
        skipSpace();
        if (at < text.length() && text.charAt(at) == '(') {
            throw new ExpressionSyntaxException(
                    start, "unknown function '" + word + "'", "the functions are " + FUNCTIONS);
        }
        throw new ExpressionSyntaxException(
                start,
                "unknown word '" + word + "'",
                "an expression may contain its inputs, pi, e and the functions " + FUNCTIONS);
    }

    private Expression function(Operation operation, String word, int start) {
        int open = open(word, start);
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (accept(','));
        close(open, "an operator, ',' or ')'");
        boolean folds = operation == Operation.MIN || operation == Operation.MAX;
        if (folds ? arguments.size() < 2 : arguments.size() != 1) {
            throw error(
                    start,
                    String.format(
                            Locale.ROOT,
                            "%s takes %s, got %d",
                            word,
                            folds ? "at least two arguments" : "one argument",
                            arguments.size()));
        }
        Expression result = arguments.get(0);
        if (folds) {
            for (Expression argument : arguments.subList(1, arguments.size())) {
                result = operation == Operation.MIN ? result.min(argument) : result.max(argument);
            }
            return result;
        }
        return switch (operation) {
            case ABS -> result.abs();
            case SQRT -> result.sqrt();
            case EXP -> result.exp();
            case LOG -> result.log();
            case SIN -> result.sin();
            case COS -> result.cos();
            case TAN -> result.tan();
            case TANH -> result.tanh();
            case ATAN -> result.atan();
            case ERF -> result.erf();
            case SIGMOID -> result.sigmoid();
            case SOFTPLUS -> result.softplus();
            case FLOOR -> result.floor();
            case SIGN -> result.sign();
            case CONSTANT, VARIABLE, NEGATE, PLUS, MINUS, TIMES, DIVIDE, MIN, MAX, POWER, INTEGER_POWER, WHERE ->
                throw new IllegalStateException(operation + " is no function of one argument");
        };
    }

    private Expression choice(int start) {
        int open = open("if", start);
        Expression left = sum();
        Comparison comparison = comparison();
        Expression right = sum();
        comma();
        Expression then = sum();
        comma();
        Expression otherwise = sum();
        close(open, "an operator or ')'");
        return Expression.where(new Condition(left, comparison, right), then, otherwise);
    }

    private Comparison comparison() {
        skipSpace();
        for (Comparison comparison : new Comparison[] {
            Comparison.AT_MOST,
            Comparison.AT_LEAST,
            Comparison.EQUAL,
            Comparison.NOT_EQUAL,
            Comparison.LESS,
            Comparison.GREATER
        }) {
            if (text.startsWith(comparison.symbol(), at)) {
                at += comparison.symbol().length();
                return comparison;
            }
        }
        throw error(at, unexpected("a comparison (<, <=, >, >=, == or !=)") + ", as in if(x > 0, a, b)");
    }

    private int open(String word, int start) {
        skipSpace();
        if (at == text.length() || text.charAt(at) != '(') {
            throw error(start, "the function " + word + " needs its arguments in parentheses");
        }
        return at++;
    }

    private void comma() {
        if (!accept(',')) {
            throw error(at, unexpected("an operator or ','") + "; the form is if(condition, value, otherwise)");
        }
    }

    private void close(int open, String expected) {
        if (!accept(')')) {
            throw error(
                    at < text.length() ? at : open,
                    at < text.length() ? unexpected(expected) : "this '(' is never closed");
        }
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw error(at, "nested more than " + MAX_DEPTH + " deep");
        }
    }

    private boolean accept(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    /** Decimal digits and Latin letters only, whatever the locale or Unicode version. */
    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private String unexpected(String expected) {
        String found = at < text.length() ? "'" + text.substring(at, text.offsetByCodePoints(at, 1)) + "'" : "the end";
        return "found " + found + " where " + expected + " should follow";
    }

    private static ExpressionSyntaxException error(int position, String message) {
        return new ExpressionSyntaxException(position, message);
    }
}

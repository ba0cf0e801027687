package dev.parabola.api.expression;

import dev.parabola.api.math.Elementary;
import dev.parabola.api.math.Elementary32;

/** What a node of an {@link Expression} does with its arguments. */
public enum Operation {
    /** A number; no argument. */
    CONSTANT(0, ""),
    /** A variable, known by its name; no argument. */
    VARIABLE(0, ""),
    /** {@code −a}. */
    NEGATE(1, "-"),
    /** {@code |a|}. */
    ABS(1, "abs"),
    /** {@code √a}, correctly rounded. */
    SQRT(1, "sqrt"),
    /** {@link Elementary#exp}. */
    EXP(1, "exp"),
    /** {@link Elementary#log}. */
    LOG(1, "ln"),
    /** {@link Elementary#sin}. */
    SIN(1, "sin"),
    /** {@link Elementary#cos}. */
    COS(1, "cos"),
    /** {@link Elementary#tan}. */
    TAN(1, "tan"),
    /** {@link Elementary#tanh}. */
    TANH(1, "tanh"),
    /** {@link Elementary#atan}. */
    ATAN(1, "atan"),
    /** {@link Elementary#erf}. */
    ERF(1, "erf"),
    /** {@link Elementary#sigmoid}. */
    SIGMOID(1, "sigmoid"),
    /** {@link Elementary#softplus}. */
    SOFTPLUS(1, "softplus"),
    /** The largest integer that is not above {@code a}. */
    FLOOR(1, "floor"),
    /** 1, −1, or {@code a} itself where it is a zero or NaN. */
    SIGN(1, "sign"),
    /** {@code a + b}. */
    PLUS(2, "+"),
    /** {@code a − b}. */
    MINUS(2, "-"),
    /** {@code a · b}. */
    TIMES(2, "*"),
    /** {@code a ÷ b}. */
    DIVIDE(2, "/"),
    /** The smaller; NaN if either is; −0 is smaller than +0. */
    MIN(2, "min"),
    /** The larger; NaN if either is; −0 is smaller than +0. */
    MAX(2, "max"),
    /** {@link Elementary#pow}. */
    POWER(2, "^"),
    /**
     * {@code a} to a fixed integer power n, by squaring: from r = a, for each binary digit of |n| after its first, r ← r·r and,
     * if the digit is 1, r ← r·a; if n is negative, the result is 1 ÷ r. Power 0 is the constant 1.
     */
    INTEGER_POWER(1, "^"),
    /** {@code c} where a {@link Comparison} of {@code a} and {@code b} holds, else {@code d}. */
    WHERE(4, "if");

    private final int arity;
    private final String symbol;

    Operation(int arity, String symbol) {
        this.arity = arity;
        this.symbol = symbol;
    }

    /**
     * The number of arguments.
     *
     * @return from 0 to 4
     */
    public int arity() {
        return arity;
    }

    /**
     * How the operation is written in a manifest: an operator or a function's name; empty for constants and variables.
     *
     * @return the symbol
     */
    public String symbol() {
        return symbol;
    }

    boolean isFunction() {
        return !symbol.isEmpty() && Character.isLetter(symbol.charAt(0));
    }

    /** Computes an operation of one argument. */
    double apply(double a) {
        return switch (this) {
            case NEGATE -> -a;
            case ABS -> Math.abs(a);
            case SQRT -> Math.sqrt(a);
            case EXP -> Elementary.exp(a);
            case LOG -> Elementary.log(a);
            case SIN -> Elementary.sin(a);
            case COS -> Elementary.cos(a);
            case TAN -> Elementary.tan(a);
            case TANH -> Elementary.tanh(a);
            case ATAN -> Elementary.atan(a);
            case ERF -> Elementary.erf(a);
            case SIGMOID -> Elementary.sigmoid(a);
            case SOFTPLUS -> Elementary.softplus(a);
            case FLOOR -> Math.floor(a);
            case SIGN -> Math.signum(a);
            case CONSTANT, VARIABLE, PLUS, MINUS, TIMES, DIVIDE, MIN, MAX, POWER, INTEGER_POWER, WHERE ->
                throw new IllegalStateException(this + " does not have one argument");
        };
    }

    /** Computes an operation of one argument on floats; the square root of a double, rounded, is that of a float. */
    float apply32(float a) {
        return switch (this) {
            case NEGATE -> -a;
            case ABS -> Math.abs(a);
            case SQRT -> (float) Math.sqrt(a);
            case EXP -> Elementary32.exp(a);
            case LOG -> Elementary32.log(a);
            case SIN -> Elementary32.sin(a);
            case COS -> Elementary32.cos(a);
            case TAN -> Elementary32.tan(a);
            case TANH -> Elementary32.tanh(a);
            case ATAN -> Elementary32.atan(a);
            case ERF -> Elementary32.erf(a);
            case SIGMOID -> Elementary32.sigmoid(a);
            case SOFTPLUS -> Elementary32.softplus(a);
            case FLOOR -> (float) Math.floor(a);
            case SIGN -> Math.signum(a);
            case CONSTANT, VARIABLE, PLUS, MINUS, TIMES, DIVIDE, MIN, MAX, POWER, INTEGER_POWER, WHERE ->
                throw new IllegalStateException(this + " does not have one argument");
        };
    }

    /** Computes an operation of two arguments. */
    double apply(double a, double b) {
        return switch (this) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDE -> a / b;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case POWER -> Elementary.pow(a, b);
            case CONSTANT,
                    VARIABLE,
                    NEGATE,
                    ABS,
                    SQRT,
                    EXP,
                    LOG,
                    SIN,
                    COS,
                    TAN,
                    TANH,
                    ATAN,
                    ERF,
                    SIGMOID,
                    SOFTPLUS,
                    FLOOR,
                    SIGN,
                    INTEGER_POWER,
                    WHERE -> throw new IllegalStateException(this + " does not have two arguments");
        };
    }

    /** Computes an operation of two arguments on floats. */
    float apply32(float a, float b) {
        return switch (this) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDE -> a / b;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case POWER -> Elementary32.pow(a, b);
            case CONSTANT,
                    VARIABLE,
                    NEGATE,
                    ABS,
                    SQRT,
                    EXP,
                    LOG,
                    SIN,
                    COS,
                    TAN,
                    TANH,
                    ATAN,
                    ERF,
                    SIGMOID,
                    SOFTPLUS,
                    FLOOR,
                    SIGN,
                    INTEGER_POWER,
                    WHERE -> throw new IllegalStateException(this + " does not have two arguments");
        };
    }

    /** Computes {@link #INTEGER_POWER}. */
    static double integerPower(double a, int exponent) {
        int n = Math.abs(exponent);
        double result = a;
        for (int bit = Integer.highestOneBit(n) >> 1; bit != 0; bit >>= 1) {
            result *= result;
            if ((n & bit) != 0) {
                result *= a;
            }
        }
        return exponent < 0 ? 1 / result : result;
    }

    /** Computes {@link #INTEGER_POWER} on floats. */
    static float integerPower32(float a, int exponent) {
        int n = Math.abs(exponent);
        float result = a;
        for (int bit = Integer.highestOneBit(n) >> 1; bit != 0; bit >>= 1) {
            result *= result;
            if ((n & bit) != 0) {
                result *= a;
            }
        }
        return exponent < 0 ? 1 / result : result;
    }
}

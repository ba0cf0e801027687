package dev.parabola.api.expression;

/** How two values are compared, as IEEE 754 has it: every comparison with NaN is false, except {@link #NOT_EQUAL}. */
public enum Comparison {
    /** {@code a < b}. */
    LESS("<"),
    /** {@code a ≤ b}. */
    AT_MOST("<="),
    /** {@code a > b}. */
    GREATER(">"),
    /** {@code a ≥ b}. */
    AT_LEAST(">="),
    /** {@code a = b}. */
    EQUAL("=="),
    /** {@code a ≠ b}. */
    NOT_EQUAL("!=");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /**
     * How the comparison is written in a manifest.
     *
     * @return the operator
     */
    public String symbol() {
        return symbol;
    }

    /**
     * Compares two values.
     *
     * @param a the left one
     * @param b the right one
     * @return whether the comparison holds
     */
    public boolean test(double a, double b) {
        return switch (this) {
            case LESS -> a < b;
            case AT_MOST -> a <= b;
            case GREATER -> a > b;
            case AT_LEAST -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
        };
    }
}

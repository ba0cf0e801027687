package dev.parabola.api.expression;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A small immutable formula of {@code double} variables.
 *
 * <p>Its value is defined bit for bit: each node is one IEEE 754 operation or one function of {@link
 * dev.parabola.api.math.Elementary}, applied as the formula was built. Whoever evaluates or compiles it may share equal
 * subexpressions, but never contracts a product and a sum into one rounding, never reassociates and never drops a term. Both
 * branches of {@link #where} may be computed; only the chosen one is seen. {@link Program#evaluate32} defines its value in float32
 * likewise.
 *
 * <p>Two expressions are equal when they are the same formula of the same variables, operation by operation. All methods take
 * time and memory proportional to the number of distinct nodes, however often a node is shared and however deep the formula is.
 */
public final class Expression {
    /** The largest magnitude of an integer exponent that is computed by multiplication; larger ones use {@link Operation#POWER}. */
    static final int MAX_INTEGER_POWER = 1024;

    private final Operation operation;
    private final Expression[] arguments;
    private final double number;
    private final int exponent;
    private final @Nullable String name;
    private final @Nullable Comparison comparison;

    private Expression(
            Operation operation,
            double number,
            int exponent,
            @Nullable String name,
            @Nullable Comparison comparison,
            Expression... arguments) {
        this.operation = operation;
        this.number = number;
        this.exponent = exponent;
        this.name = name;
        this.comparison = comparison;
        this.arguments = arguments;
    }

    private static Expression node(Operation operation, Expression... arguments) {
        return new Expression(operation, 0, 0, null, null, arguments);
    }

    // ---- leaves

    /**
     * A number.
     *
     * @param value the number
     * @return the constant
     */
    public static Expression constant(double value) {
        return new Expression(Operation.CONSTANT, value, 0, null, null);
    }

    /**
     * A variable, equal to every other of the same name.
     *
     * @param name the name, for example {@code x}; a letter, then letters, digits, {@code -} and {@code _}
     * @return the variable
     * @throws IllegalArgumentException if the name is of another form
     */
    public static Expression variable(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("'" + name + "' is no name for a variable");
        }
        return new Expression(Operation.VARIABLE, 0, 0, name, null);
    }

    // ---- arithmetic

    /**
     * {@code this + other}.
     *
     * @param other the other term
     * @return the sum
     */
    public Expression plus(Expression other) {
        return node(Operation.PLUS, this, other);
    }

    /**
     * {@code this + other}.
     *
     * @param other the other term
     * @return the sum
     */
    public Expression plus(double other) {
        return plus(constant(other));
    }

    /**
     * {@code this − other}.
     *
     * @param other what is subtracted
     * @return the difference
     */
    public Expression minus(Expression other) {
        return node(Operation.MINUS, this, other);
    }

    /**
     * {@code this − other}.
     *
     * @param other what is subtracted
     * @return the difference
     */
    public Expression minus(double other) {
        return minus(constant(other));
    }

    /**
     * {@code this · other}.
     *
     * @param other the other factor
     * @return the product
     */
    public Expression times(Expression other) {
        return node(Operation.TIMES, this, other);
    }

    /**
     * {@code this · other}.
     *
     * @param other the other factor
     * @return the product
     */
    public Expression times(double other) {
        return times(constant(other));
    }

    /**
     * {@code this ÷ other}.
     *
     * @param other the divisor
     * @return the quotient
     */
    public Expression dividedBy(Expression other) {
        return node(Operation.DIVIDE, this, other);
    }

    /**
     * {@code this ÷ other}.
     *
     * @param other the divisor
     * @return the quotient
     */
    public Expression dividedBy(double other) {
        return dividedBy(constant(other));
    }

    /**
     * {@code −this}.
     *
     * @return the negative
     */
    public Expression negate() {
        return node(Operation.NEGATE, this);
    }

    /**
     * {@code this · this}, as {@link #power(int)} with exponent 2.
     *
     * @return the square
     */
    public Expression squared() {
        return power(2);
    }

    /**
     * An integer power, by repeated multiplication: {@link Operation#INTEGER_POWER}.
     *
     * @param exponent the exponent; beyond ±1024 the power is {@link #power(Expression)}
     * @return the power
     */
    public Expression power(int exponent) {
        if (exponent == 0) {
            return constant(1);
        }
        if (exponent == 1) {
            return this;
        }
        if (exponent > MAX_INTEGER_POWER || exponent < -MAX_INTEGER_POWER) {
            return power(constant(exponent));
        }
        return new Expression(Operation.INTEGER_POWER, 0, exponent, null, null, this);
    }

    /**
     * A real power: {@link dev.parabola.api.math.Elementary#pow}.
     *
     * @param exponent the exponent
     * @return the power
     */
    public Expression power(double exponent) {
        return power(constant(exponent));
    }

    /**
     * A real power: {@link dev.parabola.api.math.Elementary#pow}.
     *
     * @param exponent the exponent
     * @return the power
     */
    public Expression power(Expression exponent) {
        return node(Operation.POWER, this, exponent);
    }

    /**
     * The smaller of two. Where they are equal, the derivative is that of an argument without variables if there is one, else
     * that of {@code this}.
     *
     * @param other the other
     * @return the minimum; NaN if either is NaN
     */
    public Expression min(Expression other) {
        return node(Operation.MIN, this, other);
    }

    /**
     * The smaller of two.
     *
     * @param other the other
     * @return the minimum; NaN if either is NaN
     */
    public Expression min(double other) {
        return min(constant(other));
    }

    /**
     * The larger of two. Where they are equal, the derivative is that of an argument without variables if there is one, else that
     * of {@code this}.
     *
     * @param other the other
     * @return the maximum; NaN if either is NaN
     */
    public Expression max(Expression other) {
        return node(Operation.MAX, this, other);
    }

    /**
     * The larger of two.
     *
     * @param other the other
     * @return the maximum; NaN if either is NaN
     */
    public Expression max(double other) {
        return max(constant(other));
    }

    // ---- functions

    /**
     * The absolute value; its derivative at 0 is 0.
     *
     * @return |this|
     */
    public Expression abs() {
        return node(Operation.ABS, this);
    }

    /**
     * The square root.
     *
     * @return √this, NaN where it is negative
     */
    public Expression sqrt() {
        return node(Operation.SQRT, this);
    }

    /**
     * The exponential function.
     *
     * @return e to the power of this
     */
    public Expression exp() {
        return node(Operation.EXP, this);
    }

    /**
     * The natural logarithm.
     *
     * @return ln this
     */
    public Expression log() {
        return node(Operation.LOG, this);
    }

    /**
     * The sine.
     *
     * @return sin of this, in radians
     */
    public Expression sin() {
        return node(Operation.SIN, this);
    }

    /**
     * The cosine.
     *
     * @return cos of this, in radians
     */
    public Expression cos() {
        return node(Operation.COS, this);
    }

    /**
     * The tangent.
     *
     * @return tan of this, in radians
     */
    public Expression tan() {
        return node(Operation.TAN, this);
    }

    /**
     * The hyperbolic tangent.
     *
     * @return tanh of this
     */
    public Expression tanh() {
        return node(Operation.TANH, this);
    }

    /**
     * The arc tangent.
     *
     * @return atan of this, in (−π/2, π/2)
     */
    public Expression atan() {
        return node(Operation.ATAN, this);
    }

    /**
     * The error function.
     *
     * @return erf of this
     */
    public Expression erf() {
        return node(Operation.ERF, this);
    }

    /**
     * The logistic function.
     *
     * @return 1 ÷ (1 + e^−this)
     */
    public Expression sigmoid() {
        return node(Operation.SIGMOID, this);
    }

    /**
     * The smooth ramp.
     *
     * @return ln(1 + e^this), without overflow
     */
    public Expression softplus() {
        return node(Operation.SOFTPLUS, this);
    }

    /**
     * The largest integer not above this; its derivative is 0 everywhere.
     *
     * @return ⌊this⌋
     */
    public Expression floor() {
        return node(Operation.FLOOR, this);
    }

    /**
     * The sign; its derivative is 0 everywhere.
     *
     * @return 1, −1, or this itself where it is a zero or NaN
     */
    public Expression sign() {
        return node(Operation.SIGN, this);
    }

    // ---- choice

    /**
     * One of two formulas. The derivative is that of the chosen one.
     *
     * @param condition what decides
     * @param then the value where the condition holds
     * @param otherwise the value elsewhere
     * @return the choice
     */
    public static Expression where(Condition condition, Expression then, Expression otherwise) {
        return new Expression(
                Operation.WHERE,
                0,
                0,
                null,
                condition.comparison(),
                condition.left(),
                condition.right(),
                then,
                otherwise);
    }

    /**
     * One of two formulas, the second a number.
     *
     * @param condition what decides
     * @param then the value where the condition holds
     * @param otherwise the value elsewhere
     * @return the choice
     */
    public static Expression where(Condition condition, Expression then, double otherwise) {
        return where(condition, then, constant(otherwise));
    }

    /**
     * Whether {@code this > 0}.
     *
     * @return the condition
     */
    public Condition isPositive() {
        return isGreaterThan(constant(0));
    }

    /**
     * Whether {@code this < 0}.
     *
     * @return the condition
     */
    public Condition isNegative() {
        return isLessThan(constant(0));
    }

    /**
     * Whether {@code this < other}.
     *
     * @param other the right side
     * @return the condition
     */
    public Condition isLessThan(Expression other) {
        return new Condition(this, Comparison.LESS, other);
    }

    /**
     * Whether {@code this ≤ other}.
     *
     * @param other the right side
     * @return the condition
     */
    public Condition isAtMost(Expression other) {
        return new Condition(this, Comparison.AT_MOST, other);
    }

    /**
     * Whether {@code this > other}.
     *
     * @param other the right side
     * @return the condition
     */
    public Condition isGreaterThan(Expression other) {
        return new Condition(this, Comparison.GREATER, other);
    }

    /**
     * Whether {@code this ≥ other}.
     *
     * @param other the right side
     * @return the condition
     */
    public Condition isAtLeast(Expression other) {
        return new Condition(this, Comparison.AT_LEAST, other);
    }

    /**
     * Whether {@code this = other}.
     *
     * @param other the right side
     * @return the condition
     */
    public Condition isEqualTo(Expression other) {
        return new Condition(this, Comparison.EQUAL, other);
    }

    // ---- what a formula can do

    /**
     * The value for given variables.
     *
     * @param values the value of every variable, by name
     * @return the value
     * @throws IllegalArgumentException if a variable has no value
     */
    public double evaluate(Map<String, Double> values) {
        List<String> names = List.copyOf(variables());
        double[] inputs = new double[names.size()];
        for (int i = 0; i < inputs.length; i++) {
            Double value = values.get(names.get(i));
            if (value == null) {
                throw new IllegalArgumentException("variable '" + names.get(i) + "' has no value");
            }
            inputs[i] = value;
        }
        return Program.of(names, List.of(this)).evaluate(inputs)[0];
    }

    /**
     * The value of a formula of at most one variable.
     *
     * @param value the variable's value, whatever its name
     * @return the value
     * @throws IllegalArgumentException if the formula has several variables
     */
    public double evaluate(double value) {
        SortedSet<String> names = variables();
        if (names.size() > 1) {
            throw new IllegalArgumentException("the formula has several variables: " + String.join(", ", names));
        }
        double[] inputs = names.isEmpty() ? new double[0] : new double[] {value};
        return Program.of(List.copyOf(names), List.of(this)).evaluate(inputs)[0];
    }

    /**
     * The partial derivative, by the rules of {@link Derivative}.
     *
     * @param variable the name of the variable to differentiate by
     * @return the derivative, a formula of the same variables
     */
    public Expression derivative(String variable) {
        return Derivative.of(this, variable);
    }

    /**
     * The names of the variables that the formula contains.
     *
     * @return the names, sorted
     */
    public SortedSet<String> variables() {
        SortedSet<String> names = new TreeSet<>();
        for (Expression node : Nodes.inOrder(List.of(this))) {
            if (node.name != null) {
                names.add(node.name);
            }
        }
        return names;
    }

    /**
     * This formula with other formulas in the place of variables, all at once; otherwise node for node the same.
     *
     * @param replacements formulas by the names of the variables that they replace; other variables stay
     * @return the formula
     */
    public Expression substitute(Map<String, Expression> replacements) {
        IdentityHashMap<Expression, Expression> replaced = new IdentityHashMap<>();
        for (Expression node : Nodes.inOrder(List.of(this))) {
            Expression[] changed = new Expression[node.arguments.length];
            for (int i = 0; i < changed.length; i++) {
                changed[i] = Objects.requireNonNull(replaced.get(node.arguments[i]));
            }
            Expression same =
                    new Expression(node.operation, node.number, node.exponent, node.name, node.comparison, changed);
            replaced.put(node, node.name == null ? same : replacements.getOrDefault(node.name, same));
        }
        return Objects.requireNonNull(replaced.get(this));
    }

    /**
     * Reads a formula as a manifest writes it: numbers; variables; {@code + - * /}; {@code ^}, which binds tighter than the unary
     * minus (-2^2 = -4) and to the right; the functions abs, sqrt, exp, ln (or log), sin, cos, tan, tanh, atan, erf, sigmoid,
     * softplus, min, max, floor, sign and {@code if(x > 0, a, b)}; the constants pi and e. Nothing is computed ahead: the formula
     * is the text, node by node, except that an exponent written as an integer is an integer power.
     *
     * @param text the text
     * @param isVariable which words are variables
     * @return the formula
     * @throws ExpressionSyntaxException if the text is no formula, with the place and the reason
     */
    public static Expression parse(String text, Predicate<String> isVariable) {
        return new Parser(text, isVariable).parse();
    }

    /**
     * The formula as text. Where its constants are finite and its variables' names have no hyphen, {@link #parse} reads it back to an
     * equal formula, save that a real power with a whole exponent becomes an integer power. Where the text would be longer than a
     * few thousand characters, parts of it are an ellipsis.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Printer(Notation.TEXT).print(this);
    }

    /**
     * The formula in LaTeX's mathematics mode.
     *
     * @return the source, without dollar signs
     */
    public String toLatex() {
        return new Printer(Notation.LATEX).print(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Expression that && program().equals(that.program()));
    }

    @Override
    public int hashCode() {
        return program().hashCode();
    }

    private Program program() {
        return Program.of(List.copyOf(variables()), List.of(this));
    }

    // ---- structure, for those who compile formulas

    /**
     * What this node does.
     *
     * @return the operation
     */
    public Operation operation() {
        return operation;
    }

    Expression argument(int index) {
        return arguments[index];
    }

    /** The value of a {@link Operation#CONSTANT}. */
    double number() {
        return number;
    }

    /** The exponent of an {@link Operation#INTEGER_POWER}. */
    int exponent() {
        return exponent;
    }

    /** The name of a {@link Operation#VARIABLE}. */
    String name() {
        if (name == null) {
            throw new IllegalStateException(operation + " has no name");
        }
        return name;
    }

    /** The comparison of a {@link Operation#WHERE}. */
    Comparison comparison() {
        if (comparison == null) {
            throw new IllegalStateException(operation + " has no comparison");
        }
        return comparison;
    }

    boolean isConstant(double value) {
        return operation == Operation.CONSTANT && number == value;
    }
}

package dev.parabola.api.expression;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The rules by which an {@link Expression} is differentiated. With a′ for the derivative of a:
 *
 * <table>
 * <caption>Rules</caption>
 * <tr><td>constant, other variable</td><td>0</td></tr>
 * <tr><td>the variable</td><td>1</td></tr>
 * <tr><td>a ± b</td><td>a′ ± b′</td></tr>
 * <tr><td>a·b</td><td>a′·b + a·b′</td></tr>
 * <tr><td>a÷b</td><td>(a′ − a÷b·b′)÷b</td></tr>
 * <tr><td>aⁿ, n an integer</td><td>(n·aⁿ⁻¹)·a′</td></tr>
 * <tr><td>a^b, b without the variable</td><td>(b·a^(b−1))·a′</td></tr>
 * <tr><td>a^b otherwise</td><td>a^b·(b′·ln a + b·(a′÷a))</td></tr>
 * <tr><td>√a</td><td>a′÷(2·√a)</td></tr>
 * <tr><td>exp a, ln a</td><td>exp a·a′, a′÷a</td></tr>
 * <tr><td>sin a, cos a, tan a</td><td>cos a·a′, −sin a·a′, (1 + tan a²)·a′</td></tr>
 * <tr><td>tanh a, atan a</td><td>(1 − tanh a²)·a′, a′÷(1 + a²)</td></tr>
 * <tr><td>erf a</td><td>(2÷√π·exp(−a²))·a′</td></tr>
 * <tr><td>sigmoid a, softplus a</td><td>(sigmoid a·(1 − sigmoid a))·a′, sigmoid a·a′</td></tr>
 * <tr><td>|a|, floor a, sign a</td><td>sign a·a′, 0, 0</td></tr>
 * <tr><td>max(a, b)</td><td>a′ where a ≥ b, else b′; where only one of them contains a variable, a tie is the other's</td></tr>
 * <tr><td>min(a, b)</td><td>likewise with ≤</td></tr>
 * <tr><td>where(c, a, b)</td><td>where(c, a′, b′)</td></tr>
 * </table>
 *
 * <p>The derivative of a subexpression that does not contain the variable is the exact 0: its term, and a factor that is the exact
 * 1, are left out of the result. So the derivative of {@code where(x > 0, x, 0)} is {@code where(x > 0, 1, 0)}.
 */
public final class Derivative {
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final Expression ZERO = Expression.constant(0);
    private static final Expression ONE = Expression.constant(1);

    private Derivative() {}

    static Expression of(Expression formula, String variable) {
        List<Expression> order = Nodes.inOrder(List.of(formula));
        Set<Expression> dependent = Nodes.containing(order, variable::equals);
        Set<Expression> varying = Nodes.containing(order, any -> true);
        IdentityHashMap<Expression, Expression> derivatives = new IdentityHashMap<>();
        for (Expression node : order) {
            derivatives.put(node, dependent.contains(node) ? derive(node, derivatives, dependent, varying) : ZERO);
        }
        return get(derivatives, formula);
    }

    private static Expression derive(
            Expression node,
            IdentityHashMap<Expression, Expression> derivatives,
            Set<Expression> dependent,
            Set<Expression> varying) {
        if (node.operation() == Operation.VARIABLE) {
            return ONE;
        }
        Expression a = node.argument(0);
        Expression da = get(derivatives, a);
        return switch (node.operation()) {
            case CONSTANT, VARIABLE, FLOOR, SIGN -> ZERO;
            case NEGATE -> isZero(da) ? ZERO : da.negate();
            case ABS -> product(a.sign(), da);
            case SQRT -> quotient(da, node.times(2));
            case EXP -> product(node, da);
            case LOG -> quotient(da, a);
            case SIN -> product(a.cos(), da);
            case COS -> product(a.sin().negate(), da);
            case TAN -> product(ONE.plus(node.squared()), da);
            case TANH -> product(ONE.minus(node.squared()), da);
            case ATAN -> quotient(da, ONE.plus(a.squared()));
            case ERF -> product(a.squared().negate().exp().times(TWO_OVER_ROOT_PI), da);
            case SIGMOID -> product(node.times(ONE.minus(node)), da);
            case SOFTPLUS -> product(a.sigmoid(), da);
            case INTEGER_POWER -> product(a.power(node.exponent() - 1).times(node.exponent()), da);
            case PLUS -> sum(da, get(derivatives, node.argument(1)));
            case MINUS -> difference(da, get(derivatives, node.argument(1)));
            case TIMES -> sum(product(da, node.argument(1)), product(a, get(derivatives, node.argument(1))));
            case DIVIDE ->
                quotient(difference(da, product(node, get(derivatives, node.argument(1)))), node.argument(1));
            case POWER -> power(node, da, get(derivatives, node.argument(1)), dependent);
            case MAX ->
                extremum(
                        node, da, get(derivatives, node.argument(1)), varying, Comparison.GREATER, Comparison.AT_LEAST);
            case MIN ->
                extremum(node, da, get(derivatives, node.argument(1)), varying, Comparison.LESS, Comparison.AT_MOST);
            case WHERE ->
                choice(
                        new Condition(a, node.comparison(), node.argument(1)),
                        get(derivatives, node.argument(2)),
                        get(derivatives, node.argument(3)));
        };
    }

    private static Expression power(Expression node, Expression da, Expression db, Set<Expression> dependent) {
        Expression a = node.argument(0);
        Expression b = node.argument(1);
        if (!dependent.contains(b)) {
            return product(a.power(b.minus(1)).times(b), da);
        }
        return product(node, sum(product(db, a.log()), product(b, quotient(da, a))));
    }

    private static Expression extremum(
            Expression node,
            Expression da,
            Expression db,
            Set<Expression> varying,
            Comparison strict,
            Comparison inclusive) {
        Expression a = node.argument(0);
        Expression b = node.argument(1);
        boolean tieGoesToSecond = varying.contains(a) && !varying.contains(b);
        return choice(new Condition(a, tieGoesToSecond ? strict : inclusive, b), da, db);
    }

    private static Expression choice(Condition condition, Expression then, Expression otherwise) {
        return isZero(then) && isZero(otherwise) ? ZERO : Expression.where(condition, then, otherwise);
    }

    private static Expression sum(Expression a, Expression b) {
        return isZero(a) ? b : isZero(b) ? a : a.plus(b);
    }

    private static Expression difference(Expression a, Expression b) {
        return isZero(b) ? a : isZero(a) ? b.negate() : a.minus(b);
    }

    private static Expression product(Expression a, Expression b) {
        if (isZero(a) || isZero(b)) {
            return ZERO;
        }
        return a.isConstant(1) ? b : b.isConstant(1) ? a : a.times(b);
    }

    private static Expression quotient(Expression a, Expression b) {
        return isZero(a) ? ZERO : a.dividedBy(b);
    }

    /** Whether this is the 0 that the rules give to what does not contain the variable, not a zero that the author wrote. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isZero(Expression derivative) {
        return derivative == ZERO;
    }

    private static Expression get(IdentityHashMap<Expression, Expression> derivatives, Expression node) {
        Expression derivative = derivatives.get(node);
        if (derivative == null) {
            throw new IllegalStateException("arguments come before those that use them");
        }
        return derivative;
    }
}

package dev.parabola.api.expression;

import static dev.parabola.api.expression.Expression.constant;
import static dev.parabola.api.expression.Expression.variable;
import static dev.parabola.api.expression.Expression.where;

import java.util.List;
import java.util.SplittableRandom;

/** Formulas of x and y drawn from a seed. */
final class RandomExpressions {
    private static final List<Double> NUMBERS = List.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            2.0,
            0.1,
            -0.25,
            Math.PI,
            -Math.PI,
            Math.E,
            1.0 / 3,
            1e-5,
            1e15,
            1e16,
            -1.5e300,
            123456789.125,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            9007199254740992.0);

    private final SplittableRandom random;

    RandomExpressions(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A formula of every operation that the notation of manifests has. */
    Expression any(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf();
        }
        Expression a = any(depth - 1);
        Operation[] operations = Operation.values();
        Operation operation = operations[random.nextInt(operations.length)];
        return switch (operation) {
            case CONSTANT, VARIABLE -> leaf();
            case NEGATE -> a.negate();
            case ABS -> a.abs();
            case SQRT -> a.sqrt();
            case EXP -> a.exp();
            case LOG -> a.log();
            case SIN -> a.sin();
            case COS -> a.cos();
            case TAN -> a.tan();
            case TANH -> a.tanh();
            case ATAN -> a.atan();
            case ERF -> a.erf();
            case SIGMOID -> a.sigmoid();
            case SOFTPLUS -> a.softplus();
            case FLOOR -> a.floor();
            case SIGN -> a.sign();
            case PLUS -> a.plus(any(depth - 1));
            case MINUS -> a.minus(any(depth - 1));
            case TIMES -> a.times(any(depth - 1));
            case DIVIDE -> a.dividedBy(any(depth - 1));
            case MIN -> a.min(any(depth - 1));
            case MAX -> a.max(any(depth - 1));
            case POWER -> a.power(exponent(depth));
            case INTEGER_POWER -> a.power(random.nextInt(-1024, 1025));
            case WHERE -> where(condition(a, depth), any(depth - 1), any(depth - 1));
        };
    }

    private Condition condition(Expression left, int depth) {
        Comparison[] comparisons = Comparison.values();
        return new Condition(left, comparisons[random.nextInt(comparisons.length)], any(depth - 1));
    }

    /** A whole constant would be read back as an integer power. */
    private Expression exponent(int depth) {
        Expression exponent = any(depth - 1);
        return exponent.operation() == Operation.CONSTANT ? constant(random.nextInt(-9, 9) + 0.5) : exponent;
    }

    private Expression leaf() {
        return switch (random.nextInt(4)) {
            case 0 -> variable("x");
            case 1 -> variable("y");
            case 2 -> constant(NUMBERS.get(random.nextInt(NUMBERS.size())));
            default -> constant(finite());
        };
    }

    private double finite() {
        while (true) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                return number;
            }
        }
    }

    /** A formula without kinks or poles, of moderate size wherever x and y are. */
    Expression smooth(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return random.nextInt(3) == 0
                    ? constant(random.nextDouble(-2, 2))
                    : variable(random.nextBoolean() ? "x" : "y");
        }
        Expression a = smooth(depth - 1);
        return switch (random.nextInt(20)) {
            case 0 -> a.negate();
            case 1 -> positive(a).sqrt();
            case 2 -> a.tanh().exp();
            case 3 -> positive(a).log();
            case 4 -> a.sin();
            case 5 -> a.cos();
            case 6 -> a.tanh().tan();
            case 7 -> a.tanh();
            case 8 -> a.atan();
            case 9 -> a.erf();
            case 10 -> a.sigmoid();
            case 11 -> a.softplus();
            case 12 -> a.plus(smooth(depth - 1));
            case 13 -> a.minus(smooth(depth - 1));
            case 14 -> a.times(smooth(depth - 1).sin());
            case 15 -> a.dividedBy(positive(smooth(depth - 1)));
            case 16 -> a.tanh().power(random.nextInt(2, 6));
            case 17 -> positive(a).power(random.nextInt(-4, 0));
            case 18 -> positive(a).power(random.nextDouble(-1.5, 1.5));
            default -> positive(a).power(smooth(depth - 1).tanh());
        };
    }

    private static Expression positive(Expression a) {
        return a.squared().plus(0.5);
    }

    double between(double low, double high) {
        return random.nextDouble(low, high);
    }
}

package dev.parabola.core.network;

import dev.parabola.api.expression.Comparison;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import dev.parabola.api.expression.Program.Instruction;
import dev.parabola.core.network.PiecewiseLinear.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads a formula of one variable as a piecewise linear function, instruction by instruction, as if numbers were exact. */
final class PiecewiseFormula {
    private static final Line ZERO = Line.constant(0);
    private static final Line ONE = Line.constant(1);

    private final List<PiecewiseLinear> known = new ArrayList<>();

    private PiecewiseFormula() {}

    /** The function; empty if one of the instructions gives none. */
    static Optional<PiecewiseLinear> read(Program program) {
        PiecewiseFormula formula = new PiecewiseFormula();
        for (Instruction instruction : program.instructions()) {
            Optional<PiecewiseLinear> result = formula.result(instruction);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            formula.known.add(result.orElseThrow());
        }
        return Optional.of(formula.known.get(program.output(0)));
    }

    /** A part of the real line on which every argument is one line: an open interval, or a break if both ends are equal. */
    private record Span(double low, double high) {
        boolean isPoint() {
            return low == high;
        }

        /** The line as a constant, where it is one. */
        Optional<Line> flat(Line line) {
            return line.slope() == 0
                    ? Optional.of(line)
                    : isPoint() ? Optional.of(Line.constant(line.at(low))) : Optional.empty();
        }

        /** The sign of a − b, if they do not cross within. */
        int order(Line a, Line b) {
            if (a.slope() == b.slope()) {
                return sign(a.intercept() - b.intercept());
            }
            double crossing = Line.crossing(a, b);
            int side = isPoint() ? sign(low - crossing) : low >= crossing ? 1 : -1;
            return a.slope() > b.slope() ? side : -side;
        }

        private static int sign(double value) {
            return value > 0 ? 1 : value < 0 ? -1 : 0;
        }
    }

    /** What an operation makes of its arguments' lines; empty if that is no line. */
    private interface Rule {
        Optional<Line> on(Span span, List<Line> arguments);
    }

    private Optional<PiecewiseLinear> result(Instruction instruction) {
        List<PiecewiseLinear> arguments = arguments(instruction);
        return switch (instruction.operation()) {
            case CONSTANT -> each(arguments, (span, a) -> Optional.of(Line.constant(instruction.number())));
            case VARIABLE -> Optional.of(PiecewiseLinear.of(new Line(1, 0)));
            case NEGATE -> each(arguments, (span, a) -> Optional.of(a.get(0).times(-1)));
            case PLUS -> each(arguments, (span, a) -> Optional.of(sum(a.get(0), a.get(1))));
            case MINUS ->
                each(arguments, (span, a) -> Optional.of(sum(a.get(0), a.get(1).times(-1))));
            case TIMES -> each(arguments, (span, a) -> product(span, a.get(0), a.get(1)));
            case DIVIDE -> each(arguments, (span, a) -> quotient(span, a.get(0), a.get(1)));
            case POWER -> each(arguments, (span, a) -> power(span, a.get(0), a.get(1)));
            case ABS ->
                eachSide(
                        withZero(arguments),
                        (span, a) -> Optional.of(
                                span.order(a.get(0), ZERO) < 0 ? a.get(0).times(-1) : a.get(0)));
            case SIGN ->
                eachSide(withZero(arguments), (span, a) -> Optional.of(Line.constant(span.order(a.get(0), ZERO))));
            case MIN ->
                eachSide(
                        arguments, (span, a) -> Optional.of(span.order(a.get(0), a.get(1)) <= 0 ? a.get(0) : a.get(1)));
            case MAX ->
                eachSide(
                        arguments, (span, a) -> Optional.of(span.order(a.get(0), a.get(1)) >= 0 ? a.get(0) : a.get(1)));
            case WHERE ->
                eachSide(
                        arguments,
                        (span, a) ->
                                Optional.of(holds(instruction, span.order(a.get(0), a.get(1))) ? a.get(2) : a.get(3)));
            case SQRT -> eachConstant(arguments, Expression::sqrt);
            case EXP -> eachConstant(arguments, Expression::exp);
            case LOG -> eachConstant(arguments, Expression::log);
            case SIN -> eachConstant(arguments, Expression::sin);
            case COS -> eachConstant(arguments, Expression::cos);
            case TAN -> eachConstant(arguments, Expression::tan);
            case TANH -> eachConstant(arguments, Expression::tanh);
            case ATAN -> eachConstant(arguments, Expression::atan);
            case ERF -> eachConstant(arguments, Expression::erf);
            case SIGMOID -> eachConstant(arguments, Expression::sigmoid);
            case SOFTPLUS -> eachConstant(arguments, Expression::softplus);
            case FLOOR -> eachConstant(arguments, Expression::floor);
            case INTEGER_POWER -> eachConstant(arguments, value -> value.power(instruction.exponent()));
        };
    }

    private List<PiecewiseLinear> arguments(Instruction instruction) {
        int[] places = {instruction.a(), instruction.b(), instruction.c(), instruction.d()};
        return Arrays.stream(places)
                .limit(instruction.operation().arity())
                .mapToObj(known::get)
                .toList();
    }

    private static List<PiecewiseLinear> withZero(List<PiecewiseLinear> arguments) {
        return List.of(arguments.get(0), PiecewiseLinear.of(ZERO));
    }

    private static boolean holds(Instruction instruction, int order) {
        Comparison comparison = Objects.requireNonNull(instruction.comparison(), "a choice has a comparison");
        return comparison.test(order, 0);
    }

    private static Line sum(Line a, Line b) {
        return new Line(a.slope() + b.slope(), a.intercept() + b.intercept());
    }

    private static Optional<Line> product(Span span, Line a, Line b) {
        Optional<Line> constant = span.flat(b);
        return constant.isPresent()
                ? constant.map(factor -> a.times(factor.intercept()))
                : span.flat(a).map(factor -> b.times(factor.intercept()));
    }

    private static Optional<Line> quotient(Span span, Line a, Line b) {
        return span.flat(b)
                .map(divisor -> new Line(a.slope() / divisor.intercept(), a.intercept() / divisor.intercept()));
    }

    private static Optional<Line> power(Span span, Line a, Line b) {
        if (b.equals(ONE)) {
            return Optional.of(a);
        }
        if (b.equals(ZERO)) {
            return Optional.of(ONE);
        }
        return span.flat(a)
                .flatMap(base -> span.flat(b)
                        .map(exponent -> Line.constant(Expression.constant(base.intercept())
                                .power(exponent.intercept())
                                .evaluate(0))));
    }

    private static Optional<PiecewiseLinear> eachConstant(
            List<PiecewiseLinear> arguments, UnaryOperator<Expression> function) {
        return each(
                arguments,
                (span, a) -> span.flat(a.get(0))
                        .map(value -> Line.constant(function.apply(Expression.constant(value.intercept()))
                                .evaluate(0))));
    }

    /** Applies a rule wherever no argument breaks. */
    private static Optional<PiecewiseLinear> each(List<PiecewiseLinear> arguments, Rule rule) {
        return apply(arguments, breaks(arguments), rule);
    }

    /** Applies a rule wherever no argument breaks and the first two do not cross. */
    private static Optional<PiecewiseLinear> eachSide(List<PiecewiseLinear> arguments, Rule rule) {
        double[] breaks = breaks(arguments);
        TreeSet<Double> all = new TreeSet<>();
        for (int i = 0; i <= breaks.length; i++) {
            double low = i == 0 ? Double.NEGATIVE_INFINITY : breaks[i - 1];
            double high = i == breaks.length ? Double.POSITIVE_INFINITY : breaks[i];
            Span span = new Span(low, high);
            double crossing = Line.crossing(line(arguments.get(0), span), line(arguments.get(1), span));
            if (low < crossing && crossing < high) {
                all.add(crossing + 0.0);
            }
            if (i < breaks.length) {
                all.add(high);
            }
        }
        return apply(arguments, all.stream().mapToDouble(Double::doubleValue).toArray(), rule);
    }

    private static double[] breaks(List<PiecewiseLinear> arguments) {
        TreeSet<Double> all = new TreeSet<>();
        for (PiecewiseLinear argument : arguments) {
            for (int i = 0; i < argument.breakCount(); i++) {
                all.add(argument.breakAt(i));
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Optional<PiecewiseLinear> apply(List<PiecewiseLinear> arguments, double[] breaks, Rule rule) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i <= 2 * breaks.length; i++) {
            double low = i < 2 ? Double.NEGATIVE_INFINITY : breaks[i / 2 - 1];
            double high = i / 2 == breaks.length ? Double.POSITIVE_INFINITY : breaks[i / 2];
            Span span = i % 2 == 0 ? new Span(low, high) : new Span(high, high);
            Optional<Line> line = rule.on(
                    span,
                    arguments.stream().map(argument -> line(argument, span)).toList());
            if (line.filter(Line::isFinite).isEmpty()) {
                return Optional.empty();
            }
            lines.add(line.orElseThrow());
        }
        return Optional.of(PiecewiseLinear.join(breaks, lines));
    }

    private static Line line(PiecewiseLinear function, Span span) {
        int left = 0;
        while (left < function.breakCount() && function.breakAt(left) < span.high()) {
            left++;
        }
        boolean atBreak = span.isPoint() && left < function.breakCount() && function.breakAt(left) == span.low();
        return atBreak ? function.lineAtBreak(left) : function.line(left);
    }
}

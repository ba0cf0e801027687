package dev.parabola.core.data;

import dev.parabola.api.NumericTargetFunction;
import dev.parabola.api.Plugin;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.LaneConstants64;
import dev.parabola.core.kernel.Lanes;
import dev.parabola.core.kernel.ScalarKernel64;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.study.Target;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Computes a target function at many points. Safe to use from several threads. */
public final class TargetValues {
    private static final Kernel64 KERNEL = new ScalarKernel64();

    private final Function function;
    private final Predicate<double[]> definedAt;

    private interface Function {
        double[] of(double[] inputs, int dimensions);
    }

    private TargetValues(Function function, Predicate<double[]> definedAt) {
        this.function = function;
        this.definedAt = definedAt;
    }

    /**
     * The values of a target.
     *
     * @param target the target
     * @return its values
     */
    public static TargetValues of(Target target) {
        Plugin plugin = target.function();
        if (plugin instanceof TargetFunction formula) {
            return new TargetValues(
                    compiled(formula, target.inputs()),
                    point -> PluginFault.guard(formula, () -> formula.isDefinedAt(point)));
        }
        if (plugin instanceof NumericTargetFunction numeric) {
            return new TargetValues(
                    (inputs, dimensions) -> PluginFault.guard(numeric, () -> each(numeric, inputs, dimensions)),
                    point -> PluginFault.guard(numeric, () -> numeric.isDefinedAt(point)));
        }
        throw new IllegalArgumentException(plugin.getClass() + " is no target function");
    }

    private static Function compiled(TargetFunction formula, int inputCount) {
        List<String> names = inputCount == 1
                ? List.of("x")
                : IntStream.rangeClosed(1, inputCount).mapToObj(i -> "x" + i).toList();
        Expression value = PluginFault.guard(
                formula,
                () -> formula.of(names.stream().map(Expression::variable).toArray(Expression[]::new)));
        Lanes one = new Lanes(1);
        LaneConstants64 loop =
                LaneConstants64.of(List.of(KERNEL.compile(program(formula, names, value), inputCount)), one);
        double[] hoisted = new double[loop.code().hoisted()];
        loop.code().hoist(one, loop.constants(), hoisted);
        return (inputs, dimensions) -> {
            int points = inputs.length / dimensions;
            double[][] columns = new double[dimensions + 1][points];
            for (int i = 0; i < inputs.length; i++) {
                columns[i % dimensions][i / dimensions] = inputs[i];
            }
            loop.code().apply(new Lanes(1), columns, 0, points, hoisted);
            return columns[dimensions];
        };
    }

    private static Program program(TargetFunction formula, List<String> inputs, Expression value) {
        try {
            return Program.of(inputs, List.of(value));
        } catch (IllegalArgumentException e) {
            throw new PluginFault(formula, "uses a variable that it does not have: " + e.getMessage(), e);
        }
    }

    private static double[] each(NumericTargetFunction numeric, double[] inputs, int dimensions) {
        double[] values = new double[inputs.length / dimensions];
        for (int i = 0; i < values.length; i++) {
            values[i] = numeric.value(point(inputs, dimensions, i));
        }
        return values;
    }

    /**
     * The target's values, wherever they may lie.
     *
     * @param inputs ordered [point][input]
     * @param dimensions the number of inputs
     * @return a value per point; not finite where the target is undefined
     */
    public double[] at(double[] inputs, int dimensions) {
        return function.of(inputs, dimensions);
    }

    /**
     * Whether the target is defined at a point whose value is known.
     *
     * @param point the point
     * @param value the target's value there
     * @return true if the value is finite and the point in the target's natural domain
     */
    public boolean isDefined(double[] point, double value) {
        return Double.isFinite(value) && definedAt.test(point);
    }

    /**
     * Refuses a point at which the target is undefined.
     *
     * @param point the point
     * @throws UndefinedTargetException if the target is undefined there
     */
    public void requireDefined(double[] point) {
        if (!isDefined(point, at(point, point.length)[0])) {
            throw new UndefinedTargetException(point);
        }
    }

    /**
     * One point of many.
     *
     * @param inputs ordered [point][input]
     * @param dimensions the number of inputs
     * @param index the point's number
     * @return a copy of its coordinates
     */
    static double[] point(double[] inputs, int dimensions, int index) {
        double[] point = new double[dimensions];
        System.arraycopy(inputs, index * dimensions, point, 0, dimensions);
        return point;
    }
}

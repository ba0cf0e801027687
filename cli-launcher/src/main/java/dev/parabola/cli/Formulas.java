package dev.parabola.cli;

import dev.parabola.api.Activation;
import dev.parabola.api.Initializer;
import dev.parabola.api.NumericTargetFunction;
import dev.parabola.api.Optimizer;
import dev.parabola.api.Plugin;
import dev.parabola.api.Progress;
import dev.parabola.api.Scheduler;
import dev.parabola.api.TargetFunction;
import dev.parabola.api.Update;
import dev.parabola.api.expression.Expression;
import dev.parabola.core.plugin.Kind;
import dev.parabola.core.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What a plugin computes, as far as it can be said in a few lines. */
final class Formulas {
    private static final int EXAMPLE_STEPS = 1000;
    private static final int EXAMPLE_UNITS = 10;

    private Formulas() {}

    static List<String> of(Kind kind, Plugin plugin) {
        return switch (kind) {
            case TARGET -> target(plugin);
            case ACTIVATION -> activation(plugin);
            case OPTIMIZER -> optimizer((Optimizer) plugin);
            case SCHEDULER -> scheduler((Scheduler) plugin);
            case INITIALIZER -> initializer((Initializer) plugin);
        };
    }

    private static List<String> target(Plugin plugin) {
        if (plugin instanceof TargetFunction target) {
            Expression[] inputs = variables(target.inputs());
            Table table = new Table();
            add(table, "formula", target.of(inputs));
            return withHeading(inputs.length + (inputs.length == 1 ? " input" : " inputs"), table);
        }
        int inputs = ((NumericTargetFunction) plugin).inputs();
        return List.of("a function of " + inputs + (inputs == 1 ? " input" : " inputs") + ", computed by Java code");
    }

    /** {@code x}, or {@code x1}, {@code x2}, …, as manifests name them. */
    private static Expression[] variables(int inputs) {
        return IntStream.rangeClosed(1, inputs)
                .mapToObj(i -> Expression.variable(inputs == 1 ? "x" : "x" + i))
                .toArray(Expression[]::new);
    }

    private static List<String> activation(Plugin plugin) {
        if (!(plugin instanceof Activation activation)) {
            return List.of("a function of x with its derivative, computed by Java code");
        }
        Expression formula = activation.of(Expression.variable("x"));
        Table table = new Table();
        add(table, "formula", formula);
        add(table, "derivative", formula.derivative("x"));
        return withHeading("with the defaults", table);
    }

    private static List<String> optimizer(Optimizer optimizer) {
        Update update = optimizer.update(new NamedQuantities());
        Expression weight = Expression.variable("weight");
        Table table = new Table();
        update.slots().forEach((slot, next) -> assign(table, NamedQuantities.variable(slot), next));
        assign(
                table,
                weight,
                switch (update.move()) {
                    case DIRECTION -> weight.minus(Expression.variable("rate").times(update.expression()));
                    case WEIGHT -> update.expression();
                });
        List<String> lines = new ArrayList<>(
                withHeading("one step, the right sides with the values before it, with the defaults", table));
        optimizer
                .ownMomentum()
                .ifPresent(own ->
                        lines.add("  momentum is " + Numbers.setting(own) + " unless the scheduler says otherwise"));
        return lines;
    }

    private static List<String> scheduler(Scheduler scheduler) {
        Table table = new Table();
        table.add("step", "rate", scheduler.momentum(progress(0)).isPresent() ? "momentum" : "");
        for (long step : List.of(0L, 100L, 200L, 300L, 400L, 500L, 600L, 700L, 800L, 900L, EXAMPLE_STEPS - 1L)) {
            Progress progress = progress(step);
            String momentum = scheduler.momentum(progress).isPresent()
                    ? rounded(scheduler.momentum(progress).getAsDouble())
                    : "";
            table.add(Long.toString(step), rounded(scheduler.rate(1, progress)), momentum);
        }
        return withHeading("with the defaults, learning-rate 1, " + EXAMPLE_STEPS + " steps in 10 epochs", table);
    }

    private static Progress progress(long step) {
        return new Progress(step, EXAMPLE_STEPS, EXAMPLE_STEPS / 10);
    }

    private static List<String> initializer(Initializer initializer) {
        Initializer.Layer layer = new Initializer.Layer(0, EXAMPLE_UNITS, EXAMPLE_UNITS);
        Table table = new Table();
        table.add("weights", text(initializer.weights(layer)));
        table.add("biases", text(initializer.biases(layer)));
        return withHeading(
                "with the defaults, a layer of " + EXAMPLE_UNITS + " units with " + EXAMPLE_UNITS + " inputs", table);
    }

    private static String text(Initializer.Distribution distribution) {
        String scale = rounded(distribution.scale());
        if (distribution.scale() == 0) {
            return "0";
        }
        return switch (distribution.shape()) {
            case UNIFORM -> "uniform between -" + scale + " and " + scale;
            case NORMAL -> "normal with mean 0 and standard deviation " + scale;
        };
    }

    /** Four digits: a table to look at, not to compute with. */
    private static String rounded(double value) {
        return Double.isFinite(value)
                ? Numbers.setting(
                        new BigDecimal(value).round(new MathContext(4)).doubleValue())
                : Numbers.text(value);
    }

    private static void add(Table table, String what, Expression formula) {
        table.add(what, formula.toString());
        table.add("", "LaTeX: " + formula.toLatex());
    }

    private static void assign(Table table, Expression variable, Expression value) {
        table.add(variable.toString(), "= " + value);
        table.add("", "LaTeX: " + variable.toLatex() + " \\leftarrow " + value.toLatex());
    }

    private static List<String> withHeading(String heading, Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        lines.addAll(table.lines(OptionalInt.empty()));
        return lines;
    }
}

package dev.parabola.plugins.optimizers;

import dev.parabola.api.Optimizer;
import dev.parabola.api.Progress;
import dev.parabola.api.Scheduler;
import dev.parabola.api.Update;
import dev.parabola.api.expression.Comparison;
import dev.parabola.api.expression.Condition;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies an optimizer's formulas to named parameters, number by number. */
final class OptimizerSteps {
    private static final List<String> QUANTITIES =
            List.of("gradient", "weight", "rate", "base-rate", "momentum", "step", "bias");

    private final Optimizer optimizer;
    private final Scheduler scheduler;
    private final double baseRate;
    private final Update update;
    private final Program program;
    /** By parameter: [slot][index]. */
    private final Map<String, double[][]> slots = new LinkedHashMap<>();

    OptimizerSteps(Optimizer optimizer, Scheduler scheduler, double baseRate) {
        this.optimizer = optimizer;
        this.scheduler = scheduler;
        this.baseRate = baseRate;
        this.update = optimizer.update(new Variables());
        List<String> inputs = new ArrayList<>(QUANTITIES);
        update.slots().keySet().forEach(slot -> inputs.add("slot-" + slot));
        List<Expression> formulas = new ArrayList<>();
        formulas.add(update.expression());
        formulas.addAll(update.slots().values());
        this.program = Program.of(inputs, formulas);
    }

    /** Variables of the quantities' names. */
    static final class Variables implements Optimizer.Quantities {
        @Override
        public Expression gradient() {
            return Expression.variable("gradient");
        }

        @Override
        public Expression weight() {
            return Expression.variable("weight");
        }

        @Override
        public Expression rate() {
            return Expression.variable("rate");
        }

        @Override
        public Expression baseRate() {
            return Expression.variable("base-rate");
        }

        @Override
        public Expression momentum() {
            return Expression.variable("momentum");
        }

        @Override
        public Expression step() {
            return Expression.variable("step");
        }

        @Override
        public Condition isBias() {
            return new Condition(Expression.variable("bias"), Comparison.EQUAL, Expression.constant(1));
        }

        @Override
        public Expression slot(String name) {
            return Expression.variable("slot-" + name);
        }
    }

    /** Makes a step, in place. */
    void step(Progress progress, Map<String, double[]> parameters, Map<String, double[]> gradients) {
        double rate = scheduler.rate(baseRate, progress);
        double momentum =
                scheduler.momentum(progress).orElse(optimizer.ownMomentum().orElse(0));
        parameters.forEach((name, weights) -> {
            double[][] state =
                    slots.computeIfAbsent(name, key -> new double[update.slots().size()][weights.length]);
            double bias = name.endsWith(".bias") ? 1 : 0;
            for (int i = 0; i < weights.length; i++) {
                double[] values = new double[program.inputs().size()];
                values[0] = gradients.get(name)[i];
                values[1] = weights[i];
                values[2] = rate;
                values[3] = baseRate;
                values[4] = momentum;
                values[5] = progress.step() + 1;
                values[6] = bias;
                for (int slot = 0; slot < state.length; slot++) {
                    values[QUANTITIES.size() + slot] = state[slot][i];
                }
                double[] next = program.evaluate(values);
                weights[i] = switch (update.move()) {
                    case DIRECTION -> weights[i] - rate * next[0];
                    case WEIGHT -> next[0];
                };
                for (int slot = 0; slot < state.length; slot++) {
                    state[slot][i] = next[1 + slot];
                }
            }
        });
    }
}

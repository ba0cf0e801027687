package dev.parabola.core.training;

import dev.parabola.api.Optimizer;
import dev.parabola.api.Update;
import dev.parabola.api.expression.Condition;
import dev.parabola.api.expression.Expression;
import dev.parabola.api.expression.Operation;
import dev.parabola.api.expression.Program;
import dev.parabola.core.plugin.PluginFault;
import java.util.ArrayList;
import java.util.List;

/**
 * An optimizer's formulas as one program. Its inputs are the gradient, the weight and each slot, which vary by parameter, then rate,
 * base rate, momentum, step and bias (1 for a bias, 0 for a weight), which do not; its outputs are the next weight and each slot's
 * next value.
 *
 * @param program the program
 * @param slots the number of slots
 */
record OptimizerRule(Program program, int slots) {
    /** How many of the program's inputs are the same for all parameters of one kind. */
    static final int UNIFORM_INPUTS = 5;

    private static final String SLOT = "slot-";
    private static final Expression GRADIENT = Expression.variable("gradient");
    private static final Expression WEIGHT = Expression.variable("weight");
    private static final Expression RATE = Expression.variable("rate");
    private static final Expression BASE_RATE = Expression.variable("base-rate");
    private static final Expression MOMENTUM = Expression.variable("momentum");
    private static final Expression STEP = Expression.variable("step");
    private static final Expression BIAS = Expression.variable("bias");

    static OptimizerRule of(Optimizer optimizer) {
        Update update = PluginFault.guard(optimizer, () -> optimizer.update(new Variables()));
        List<String> inputs = new ArrayList<>(List.of("gradient", "weight"));
        update.slots().keySet().forEach(slot -> inputs.add(SLOT + slot));
        inputs.addAll(List.of("rate", "base-rate", "momentum", "step", "bias"));
        List<Expression> outputs = new ArrayList<>();
        outputs.add(
                switch (update.move()) {
                    case DIRECTION -> WEIGHT.minus(RATE.times(update.expression()));
                    case WEIGHT -> update.expression();
                });
        outputs.addAll(update.slots().values());
        try {
            return new OptimizerRule(Program.of(inputs, outputs), update.slots().size());
        } catch (IllegalArgumentException e) {
            throw new PluginFault(optimizer, "uses a quantity that it does not have: " + e.getMessage(), e);
        }
    }

    /** Whether biases move otherwise than weights. */
    boolean usesBias() {
        int bias = program.inputs().size() - 1;
        return program.instructions().stream()
                .anyMatch(instruction -> instruction.operation() == Operation.VARIABLE && instruction.a() == bias);
    }

    /** The inputs that vary by parameter. */
    int rowInputs() {
        return 2 + slots;
    }

    private static final class Variables implements Optimizer.Quantities {
        @Override
        public Expression gradient() {
            return GRADIENT;
        }

        @Override
        public Expression weight() {
            return WEIGHT;
        }

        @Override
        public Expression rate() {
            return RATE;
        }

        @Override
        public Expression baseRate() {
            return BASE_RATE;
        }

        @Override
        public Expression momentum() {
            return MOMENTUM;
        }

        @Override
        public Expression step() {
            return STEP;
        }

        @Override
        public Condition isBias() {
            return BIAS.isPositive();
        }

        @Override
        public Expression slot(String name) {
            return Expression.variable(SLOT + name);
        }
    }
}

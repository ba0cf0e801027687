package dev.parabola.api;

import dev.parabola.api.expression.Condition;
import dev.parabola.api.expression.Expression;
import java.util.OptionalDouble;

/**
 * How a parameter of the network moves in one step, as elementwise formulas. The engine holds every parameter's named slots
 * (Adam: {@code mean} and {@code variance}), which start at 0, and applies {@code w ← w − rate · direction}.
 *
 * <pre>{@code
 * @Name("heavy-ball")
 * public record HeavyBall(@Range(min = 0, max = 1, exclusiveMax = true) double beta) implements Optimizer {
 *     public HeavyBall() {
 *         this(0.9);
 *     }
 *
 *     @Override
 *     public Update update(Quantities q) {
 *         Expression velocity = q.slot("velocity").times(beta).plus(q.gradient());
 *         return Update.along(velocity).with("velocity", velocity);
 *     }
 * }
 * }</pre>
 */
public interface Optimizer extends Plugin {
    /**
     * The rule of one step.
     *
     * @param quantities the quantities that the formulas are built from
     * @return each slot's next value and the parameter's move, both from the values before the step
     */
    Update update(Quantities quantities);

    /**
     * The optimizer's own momentum, which a scheduler may replace: {@link Quantities#momentum}. It is not called {@code
     * momentum} so that a record can have a component of that name.
     *
     * @return the momentum, in [0, 1), or empty if the optimizer has none
     */
    default OptionalDouble ownMomentum() {
        return OptionalDouble.empty();
    }

    /** What an {@link Update} is built from. Every method gives a variable; the engine supplies its value at each step. */
    interface Quantities {
        /**
         * The loss's derivative by this parameter.
         *
         * @return the variable
         */
        Expression gradient();

        /**
         * The parameter before the step.
         *
         * @return the variable
         */
        Expression weight();

        /**
         * The scheduled learning rate of this step.
         *
         * @return the variable
         */
        Expression rate();

        /**
         * The study's {@code learning-rate}, the same at every step.
         *
         * @return the variable
         */
        Expression baseRate();

        /**
         * The momentum of this step: the scheduler's where it gives one, else {@link Optimizer#ownMomentum}, else 0.
         *
         * @return the variable
         */
        Expression momentum();

        /**
         * The number of this step, from 1.
         *
         * @return the variable
         */
        Expression step();

        /**
         * Whether the parameter is a bias.
         *
         * @return the condition
         */
        Condition isBias();

        /**
         * A slot's value before the step, 0 before the first.
         *
         * @param name the slot's name, {@code [a-z][a-z0-9-]*}; a name that {@link Update#with} never sets is an error
         * @return the variable
         */
        Expression slot(String name);
    }
}

package dev.parabola.plugins.optimizers;

import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Optimizer;
import dev.parabola.api.Range;
import dev.parabola.api.Summary;
import dev.parabola.api.Update;
import dev.parabola.api.expression.Expression;
import java.util.OptionalDouble;

/**
 * Stochastic gradient descent, with momentum if asked for. With gradient g, weight w, rate η, momentum μ and decay λ:
 *
 * <pre>
 * g ← g + λ·w
 * v ← μ·v + g
 * w ← w − η·v             (nesterov: w − η·(g + μ·v))
 * </pre>
 *
 * <p>Without momentum there is no v and w ← w − η·g; a scheduler's momentum then has no effect.
 *
 * <p>Frameworks differ: as in PyTorch (without dampening) and JAX's optax, the rate stands outside v, so a change of
 * the rate acts at once; Keras and Sutskever et al. keep η·g in v. {@code weightDecay} is an L2 penalty of ½·λ·w² on
 * weights and biases alike.
 *
 * @param momentum the share μ of v that is kept, in [0, 1)
 * @param nesterov whether the step looks ahead along v; needs a momentum above 0
 * @param weightDecay the penalty's factor λ, not negative
 * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever, Martens, Dahl and Hinton 2013, On
 *     the importance of initialization and momentum in deep learning</a>
 */
@Name("sgd")
@Summary("stochastic gradient descent, with momentum if asked for")
public record Sgd(
        @Doc("share of the velocity kept at each step") @Range(min = 0, max = 1, exclusiveMax = true)
        double momentum,

        @Doc("whether the step looks ahead along the velocity")
        boolean nesterov,

        @Doc("factor of an L2 penalty on weights and biases") @Range(min = 0)
        double weightDecay)
        implements Optimizer {
    /**
     * Refuses Nesterov's look ahead where there is no velocity to look along.
     *
     * @throws IllegalArgumentException if {@code nesterov} is asked for without momentum
     */
    public Sgd {
        if (nesterov && momentum == 0) {
            throw new IllegalArgumentException("nesterov: true needs a momentum greater than 0, got momentum 0");
        }
    }

    /** Neither momentum nor decay. */
    public Sgd() {
        this(0, false, 0);
    }

    @Override
    public Update update(Quantities q) {
        Expression gradient = Penalty.gradient(weightDecay, q);
        if (momentum == 0) {
            return Update.along(gradient);
        }
        Expression velocity = q.slot("velocity").times(q.momentum()).plus(gradient);
        Expression direction = nesterov ? velocity.times(q.momentum()).plus(gradient) : velocity;
        return Update.along(direction).with("velocity", velocity);
    }

    /** The component {@code momentum}, empty if it is 0. */
    @Override
    public OptionalDouble ownMomentum() {
        return momentum == 0 ? OptionalDouble.empty() : OptionalDouble.of(momentum);
    }
}

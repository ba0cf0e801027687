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
 * Adam with decoupled weight decay. With the m̂ and v̂ of {@link Adam} (without penalty), weight w, rate η and decay λ:
 *
 * <pre>
 * w ← w − η·(m̂/(√v̂ + ε) + λ·w)
 * </pre>
 *
 * <p>Frameworks differ: the rate multiplies the decay, as in PyTorch and JAX's optax, and its schedule with it; in the
 * paper only the schedule does. Biases decay like weights, as by default in PyTorch. PyTorch's default λ is 0.01,
 * optax's 0.0001, Keras' 0.004.
 *
 * @param beta1 the share β₁ of m that is kept, in [0, 1); a scheduler's momentum replaces it, in the correction too
 * @param beta2 the share β₂ of v that is kept, in [0, 1)
 * @param epsilon ε, in units of the gradient, not negative
 * @param weightDecay the decay λ, not negative
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019, Decoupled weight decay
 *     regularization, algorithm 2</a>
 */
@Name("adamw")
@Summary("Adam with weight decay apart from the gradient")
public record AdamW(
        @Doc("share of the gradient's mean kept at each step") @Range(min = 0, max = 1, exclusiveMax = true)
        double beta1,

        @Doc("share of the squared gradient's mean kept at each step") @Range(min = 0, max = 1, exclusiveMax = true)
        double beta2,

        @Doc("what keeps the denominator from 0") @Range(min = 0)
        double epsilon,

        @Doc("decay of weights and biases, as a factor of the rate") @Range(min = 0)
        double weightDecay)
        implements Optimizer {
    /** PyTorch's values. */
    public AdamW() {
        this(0.9, 0.999, 1e-8, 0.01);
    }

    @Override
    public Update update(Quantities q) {
        Moments moments = Moments.of(q.gradient(), beta2, epsilon, q);
        Expression direction = moments.direction();
        return moments.along(
                weightDecay == 0 ? direction : direction.plus(q.weight().times(weightDecay)));
    }

    /** {@code beta1}. */
    @Override
    public OptionalDouble ownMomentum() {
        return OptionalDouble.of(beta1);
    }
}

package dev.parabola.plugins.optimizers;

import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Optimizer;
import dev.parabola.api.Range;
import dev.parabola.api.Summary;
import dev.parabola.api.Update;
import java.util.OptionalDouble;

/**
 * Adam. With gradient g, weight w, rate η, step t from 1 and decay λ:
 *
 * <pre>
 * g ← g + λ·w
 * m ← β₁·m + (1 − β₁)·g
 * v ← β₂·v + (1 − β₂)·g²
 * w ← w − η·(m/(1 − β₁ᵗ))/(√(v/(1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>Frameworks differ: as in PyTorch and JAX's optax, ε stands outside the root and is added to the corrected √v̂;
 * TensorFlow 1 and Keras add it to √v before the correction, and Keras' ε is 1e-7. {@code weightDecay} is an L2 penalty
 * on weights and biases alike, as in PyTorch; {@link AdamW} decays apart from the gradient.
 *
 * @param beta1 the share β₁ of m that is kept, in [0, 1); a scheduler's momentum replaces it, in the correction too
 * @param beta2 the share β₂ of v that is kept, in [0, 1)
 * @param epsilon ε, in units of the gradient, not negative
 * @param weightDecay the penalty's factor λ, not negative
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015, Adam: a method for stochastic optimization,
 *     algorithm 1</a>
 */
@Name("adam")
@Summary("adaptive moments; weight decay, if any, as an L2 penalty")
public record Adam(
        @Doc("share of the gradient's mean kept at each step") @Range(min = 0, max = 1, exclusiveMax = true)
        double beta1,

        @Doc("share of the squared gradient's mean kept at each step") @Range(min = 0, max = 1, exclusiveMax = true)
        double beta2,

        @Doc("what keeps the denominator from 0") @Range(min = 0)
        double epsilon,

        @Doc("factor of an L2 penalty on weights and biases") @Range(min = 0)
        double weightDecay)
        implements Optimizer {
    /** The values of the paper, without decay. */
    public Adam() {
        this(0.9, 0.999, 1e-8, 0);
    }

    @Override
    public Update update(Quantities q) {
        Moments moments = Moments.of(Penalty.gradient(weightDecay, q), beta2, epsilon, q);
        return moments.along(moments.direction());
    }

    /** {@code beta1}. */
    @Override
    public OptionalDouble ownMomentum() {
        return OptionalDouble.of(beta1);
    }
}

package dev.parabola.plugins.optimizers;

import static dev.parabola.api.expression.Expression.where;

import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Optimizer;
import dev.parabola.api.Range;
import dev.parabola.api.Summary;
import dev.parabola.api.Update;
import dev.parabola.api.expression.Expression;
import java.util.OptionalDouble;

/**
 * Adam as the fastai library has it by default: {@link AdamW} with β₂ = 0.99 and ε = 1e-5, where biases do not decay.
 * With the m̂ and v̂ of {@link Adam} (without penalty), weight w, rate η and decay λ:
 *
 * <pre>
 * w ← w − η·(m̂/(√v̂ + ε) + λ·w)      for weights
 * w ← w − η·m̂/(√v̂ + ε)              for biases
 * </pre>
 *
 * <p>fastai's {@code fit_one_cycle} is this optimizer with the scheduler {@code one-cycle}, whose momentum replaces β₁.
 * Frameworks differ: after a change of β₁ the correction 1 − β₁ᵗ takes the new value, as in fastai and PyTorch.
 *
 * @param beta1 the share β₁ of m that is kept, in [0, 1); a scheduler's momentum replaces it, in the correction too
 * @param beta2 the share β₂ of v that is kept, in [0, 1)
 * @param epsilon ε, in units of the gradient, not negative
 * @param weightDecay the decay λ of weights, not negative
 * @see <a href="https://docs.fast.ai/optimizer.html">fastai, optimizer.py: Adam, with wd_bn_bias=False</a>
 */
@Name("fastai-adam")
@Summary("Adam with fastai's values: quicker variance, larger epsilon, no decay of biases")
public record FastaiAdam(
        @Doc("share of the gradient's mean kept at each step") @Range(min = 0, max = 1, exclusiveMax = true)
        double beta1,

        @Doc("share of the squared gradient's mean kept at each step") @Range(min = 0, max = 1, exclusiveMax = true)
        double beta2,

        @Doc("what keeps the denominator from 0") @Range(min = 0)
        double epsilon,

        @Doc("decay of weights, not biases, as a factor of the rate") @Range(min = 0)
        double weightDecay)
        implements Optimizer {
    /** fastai's values. */
    public FastaiAdam() {
        this(0.9, 0.99, 1e-5, 0.01);
    }

    @Override
    public Update update(Quantities q) {
        Moments moments = Moments.of(q.gradient(), beta2, epsilon, q);
        Expression direction = moments.direction();
        return moments.along(
                weightDecay == 0
                        ? direction
                        : where(q.isBias(), direction, direction.plus(q.weight().times(weightDecay))));
    }

    /** {@code beta1}. */
    @Override
    public OptionalDouble ownMomentum() {
        return OptionalDouble.of(beta1);
    }
}

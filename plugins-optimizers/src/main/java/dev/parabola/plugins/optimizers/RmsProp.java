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
 * RMSprop. With gradient g, weight w, rate η, momentum μ and decay λ:
 *
 * <pre>
 * g ← g + λ·w
 * s ← α·s + (1 − α)·g²
 * m ← α·m + (1 − α)·g             (centered)
 * d = g/(√s + ε)                  (centered: g/(√(s − m²) + ε))
 * v ← μ·v + d                     (with momentum)
 * w ← w − η·v                     (without momentum: w − η·d)
 * </pre>
 *
 * <p>Without momentum there is no v; a scheduler's momentum then has no effect. Where s − m² is negative from rounding
 * it counts as 0; in PyTorch it makes the weight NaN.
 *
 * <p>Frameworks differ: as in PyTorch, s starts at 0 and ε stands outside the root; TensorFlow and optax have it
 * inside, TensorFlow 1 starts s at 1, and the lecture, Keras and optax have α = 0.9. The rate stands outside v, as in
 * PyTorch.
 *
 * @param alpha the share α of the means that is kept, in [0, 1)
 * @param epsilon ε, in units of the gradient, not negative
 * @param momentum the share μ of v that is kept, in [0, 1)
 * @param centered whether the gradient is divided by its standard deviation about its mean rather than about 0
 * @param weightDecay the factor λ of an L2 penalty on weights and biases, not negative
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Hinton, Srivastava and
 *     Swersky 2012, Neural networks for machine learning, lecture 6e</a>
 * @see <a href="https://arxiv.org/abs/1308.0850">Graves 2013, Generating sequences with recurrent neural networks,
 *     equations 38 to 41 (centered)</a>
 */
@Name("rmsprop")
@Summary("the gradient over the root of its mean square")
public record RmsProp(
        @Doc("share of the squared gradient's mean kept at each step") @Range(min = 0, max = 1, exclusiveMax = true)
        double alpha,

        @Doc("what keeps the denominator from 0") @Range(min = 0)
        double epsilon,

        @Doc("share of the velocity kept at each step") @Range(min = 0, max = 1, exclusiveMax = true)
        double momentum,

        @Doc("whether the mean gradient's square is subtracted from the mean square")
        boolean centered,

        @Doc("factor of an L2 penalty on weights and biases") @Range(min = 0)
        double weightDecay)
        implements Optimizer {
    /** PyTorch's values. */
    public RmsProp() {
        this(0.99, 1e-8, 0, false, 0);
    }

    @Override
    public Update update(Quantities q) {
        Expression gradient = Penalty.gradient(weightDecay, q);
        Expression square =
                q.slot("square").times(alpha).plus(gradient.squared().times(1 - alpha));
        if (!centered) {
            return along(gradient.dividedBy(square.sqrt().plus(epsilon)), q).with("square", square);
        }
        Expression mean = q.slot("mean").times(alpha).plus(gradient.times(1 - alpha));
        Expression deviation = square.minus(mean.squared()).max(0).sqrt();
        return along(gradient.dividedBy(deviation.plus(epsilon)), q)
                .with("square", square)
                .with("mean", mean);
    }

    private Update along(Expression scaled, Quantities q) {
        if (momentum == 0) {
            return Update.along(scaled);
        }
        Expression velocity = q.slot("velocity").times(q.momentum()).plus(scaled);
        return Update.along(velocity).with("velocity", velocity);
    }

    /** The component {@code momentum}, empty if it is 0. */
    @Override
    public OptionalDouble ownMomentum() {
        return momentum == 0 ? OptionalDouble.empty() : OptionalDouble.of(momentum);
    }
}

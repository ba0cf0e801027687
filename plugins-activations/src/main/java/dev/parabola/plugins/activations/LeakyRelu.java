package dev.parabola.plugins.activations;

import static dev.parabola.api.expression.Expression.where;

import dev.parabola.api.Activation;
import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Range;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/**
 * The leaky rectified linear unit: x where x > 0, else slope·x; f′(0) = slope, as in PyTorch.
 *
 * <p>Frameworks differ in the default slope: 0.01 here, in PyTorch and in JAX; 0.3 in Keras 2 and 0.2 in TensorFlow's
 * {@code tf.nn.leaky_relu}.
 *
 * @param slope the slope left of zero, from 0 (ReLU) to 1 (identity)
 * @see <a href="https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf">Maas, Hannun and Ng 2013,
 *     Rectifier nonlinearities improve neural network acoustic models</a>
 */
@Name("leaky-relu")
@Summary("x where x > 0, else slope·x")
public record LeakyRelu(
        @Doc("slope left of zero") @Range(min = 0, max = 1) double slope) implements Activation {
    /** A slope of 0.01. */
    public LeakyRelu() {
        this(0.01);
    }

    @Override
    public Expression of(Expression x) {
        return where(x.isPositive(), x, x.times(slope));
    }
}

package dev.parabola.plugins.activations;

import dev.parabola.api.Activation;
import dev.parabola.api.Doc;
import dev.parabola.api.Name;
import dev.parabola.api.Range;
import dev.parabola.api.Summary;
import dev.parabola.api.expression.Expression;

/**
 * The periodic unit of SIREN, f(x) = sin(ω·x).
 *
 * <p>The paper uses ω = 30, together with the initializer {@code siren} of the same ω; the default of 1 here is the
 * plain sine, for which the usual initializers are meant.
 *
 * @param omega the angular frequency ω, in radians per unit of x, positive
 * @see <a href="https://arxiv.org/abs/2006.09661">Sitzmann, Martel, Bergman, Lindell and Wetzstein 2020, Implicit
 *     neural representations with periodic activation functions, section 3.2</a>
 */
@Name("sine")
@Summary("sin(omega·x)")
public record Sine(
        @Doc("angular frequency, in radians per unit of x") @Range(min = 0, exclusiveMin = true)
        double omega) implements Activation {
    /** The plain sine. */
    public Sine() {
        this(1);
    }

    @Override
    public Expression of(Expression x) {
        return x.times(omega).sin();
    }
}

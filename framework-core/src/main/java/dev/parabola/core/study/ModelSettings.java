package dev.parabola.core.study;

import dev.parabola.api.Initializer;
import dev.parabola.api.Plugin;
import dev.parabola.core.problem.Position;
import java.util.List;

/**
 * The network.
 *
 * @param hidden the number of units of each hidden layer, in order; empty for a linear model
 * @param activation an {@link dev.parabola.api.Activation} or a {@link dev.parabola.api.NumericActivation}
 * @param initializer how parameters are drawn
 * @param position where the manifest tells the hidden layers; the model's place where it does not
 */
public record ModelSettings(List<Integer> hidden, Plugin activation, Initializer initializer, Position position) {
    /** Copies the list. */
    public ModelSettings {
        hidden = List.copyOf(hidden);
    }
}

package dev.parabola.core.network;

import dev.parabola.api.Activation;
import dev.parabola.api.NumericActivation;
import dev.parabola.api.Plugin;
import java.util.function.DoubleUnaryOperator;

/** How steep an activation is where units usually work. */
public final class SteepestSlope {
    private static final int LIMIT = 2;
    private static final int STEPS_PER_UNIT = 20;

    private SteepestSlope() {}

    /**
     * The largest absolute derivative at the multiples of 1/20 from −2 to 2.
     *
     * @param activation an {@link Activation} or a {@link NumericActivation}
     * @return at least 0; derivatives that are no numbers do not count
     * @throws dev.parabola.core.plugin.PluginFault if the activation threw or gave nonsense
     */
    public static double of(Plugin activation) {
        DoubleUnaryOperator slope = ActivationValues.of(activation).slope();
        double steepest = 0;
        for (int i = -LIMIT * STEPS_PER_UNIT; i <= LIMIT * STEPS_PER_UNIT; i++) {
            double here = Math.abs(slope.applyAsDouble((double) i / STEPS_PER_UNIT));
            if (here > steepest) {
                steepest = here;
            }
        }
        return steepest;
    }
}

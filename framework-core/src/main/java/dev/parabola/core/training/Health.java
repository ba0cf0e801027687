package dev.parabola.core.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is wrong with a trial's parameters. The first three make a network that does not work, told with tolerances, so that both precisions
 * tell the same.
 *
 * @param exploded whether the root mean squared training error ended above that before the first step and above ten standard deviations of
 *     the training outputs
 * @param constantOutput whether the trained network's answers to the training points, as it gives them, spread over less than a millionth of
 *     the standard deviation of their outputs (of 1 if that is less), which are not all the same
 * @param untouched whether at no checkpoint the training loss differed by more than a millionth from the first, which was not 0; never
 *     where outputs with a standard deviation above 1000 would hide a change
 * @param bornDead whether that was so of the answers before the first step
 * @param notFinite what the activation answered, and to what, if its value or slope was not finite when training had not begun
 * @param layers for each layer, from the first to the output's, what was found after training; empty for a trial that failed
 */
public record Health(
        boolean exploded,
        boolean constantOutput,
        boolean untouched,
        boolean bornDead,
        Optional<NotFinite> notFinite,
        List<LayerHealth> layers) {
    /** Nothing was looked at. */
    public static final Health UNKNOWN = new Health(false, false, false, false, Optional.empty(), List.of());

    /** Copies the list. */
    public Health {
        layers = List.copyOf(layers);
    }

    /**
     * An activation that did not answer a number.
     *
     * @param slope whether that was its derivative and not its value
     * @param input what it was asked
     * @param answer NaN or infinite
     */
    public record NotFinite(boolean slope, double input, double answer) {}

    /**
     * A layer. The first four counts are of units; a unit's parameters are the weights of its inputs and its bias.
     *
     * @param units how many units it has
     * @param dead units that give nothing and pass no gradient on: at every training point the output is below a thousandth and the
     *     activation's slope below a thousandth of its steepest; 0 for the output layer
     * @param saturated units that give a constant other than 0: the slope as for dead ones, the output not; 0 for the output layer
     * @param denormal units with a parameter that is not 0 and smaller than the smallest normal float32, 2⁻¹²⁶
     * @param neverUpdated units none of whose parameters has left its first value
     * @param kinksOutside units whose activation has kinks, none of them within the range of the training data; empty where kinks are
     *     not known: several inputs, an activation that is not piecewise linear, the output layer
     * @param exploding whether the norm of its parameters is more than a thousand times the first and their root mean square more
     *     than a thousand
     * @param gradientNorm the Euclidean norm of the loss's derivatives by its parameters, over all training points, in scaled units
     * @param weightNorm the Euclidean norm of its weights and biases
     */
    public record LayerHealth(
            int units,
            int dead,
            int saturated,
            int denormal,
            int neverUpdated,
            OptionalInt kinksOutside,
            boolean exploding,
            double gradientNorm,
            double weightNorm) {
        /**
         * A layer of a network that has diverged.
         *
         * @param units how many units it has
         * @return nothing is found, the norms are NaN
         */
        public static LayerHealth unknown(int units) {
            return new LayerHealth(units, 0, 0, 0, 0, OptionalInt.empty(), false, Double.NaN, Double.NaN);
        }
    }
}

package dev.parabola.core.training;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is wrong with a trial's parameters.
 *
 * @param constantOutput whether the trained network answers every training point alike although their outputs differ
 * @param neverUpdated whether no parameter has left its first value
 * @param bornDead whether the network answered every training point alike before the first step
 * @param layers for each layer, from the first to the output's, what was found after training; empty for a trial that failed
 */
public record Health(boolean constantOutput, boolean neverUpdated, boolean bornDead, List<LayerHealth> layers) {
    /** Nothing was looked at. */
    public static final Health UNKNOWN = new Health(false, false, false, List.of());

    /** Copies the list. */
    public Health {
        layers = List.copyOf(layers);
    }

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

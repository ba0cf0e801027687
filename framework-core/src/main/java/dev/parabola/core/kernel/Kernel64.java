package dev.parabola.core.kernel;

import dev.parabola.api.expression.Program;
import java.util.Optional;

/**
 * The arithmetic of training, over lanes. {@link ScalarKernel64} is its specification: every implementation gives the same bits in
 * every active lane.
 *
 * <p>All arrays consist of rows of lanes, the first of which is at {@link Lanes#first64}; between samples are as many rows as the layer
 * says.
 *
 * <p>Sums start from the value stated and take their terms in ascending order, each by one fused multiply-add.
 */
public interface Kernel64 {
    /**
     * How many trials this kernel likes to train side by side.
     *
     * @return at least 1
     */
    int preferredLanes();

    /**
     * The number of lanes with which some trials are trained side by side; those beyond the trials are idle.
     *
     * @param trials how many trials
     * @return at least as many
     * @throws IllegalArgumentException if the kernel cannot train so many side by side
     */
    int width(int trials);

    /**
     * Makes a program ready to be applied to rows.
     *
     * @param program the program
     * @param rowInputs how many of its inputs vary by row; they come first, the others have one value per lane
     * @return the compiled program, free of state and safe to use from several threads
     */
    Compiled64 compile(Program program, int rowInputs);

    /**
     * A dense layer's output: out[s][o] = bias[o] + Σᵢ weight[o][i] · in[s][i].
     *
     * @param lanes the lanes
     * @param layer the layer
     * @param samples the number of samples
     * @param parameters the network's parameters
     * @param input ordered [sample][input]
     * @param output ordered [sample][output]; another array than the input
     */
    void forward(Lanes lanes, Dense layer, int samples, double[] parameters, double[] input, double[] output);

    /**
     * The loss's derivatives by a dense layer's parameters: weight[o][i] becomes 0 + Σₛ delta[s][o] · in[s][i], bias[o] becomes
     * 0 + Σₛ delta[s][o].
     *
     * @param lanes the lanes
     * @param layer the layer
     * @param samples the number of samples
     * @param input the layer's input, ordered [sample][input]
     * @param delta the loss's derivative by the layer's output, ordered [sample][output]
     * @param gradient ordered as the parameters
     */
    void parameterGradient(Lanes lanes, Dense layer, int samples, double[] input, double[] delta, double[] gradient);

    /**
     * The loss's derivative by the weighted input of the layer before: out[s][i] = (0 + Σₒ weight[o][i] · delta[s][o]) ·
     * slope[s][i].
     *
     * @param lanes the lanes
     * @param layer the layer
     * @param samples the number of samples
     * @param parameters the network's parameters
     * @param delta the loss's derivative by the layer's output, ordered [sample][output]
     * @param slope the activation's derivative at the weighted input of the layer before, ordered [sample][input]
     * @param inputDelta the result, ordered [sample][input]; another array than the others
     */
    void inputGradient(
            Lanes lanes,
            Dense layer,
            int samples,
            double[] parameters,
            double[] delta,
            double[] slope,
            double[] inputDelta);

    /**
     * The mean squared error of a batch and its derivative: with e = prediction − target, loss = (0 + Σₛ e · e) ÷ samples and
     * delta[s] = e · (2 ÷ samples).
     *
     * @param lanes the lanes
     * @param samples the number of samples
     * @param prediction ordered [sample]
     * @param target ordered [sample]
     * @param delta ordered [sample]; may be the same array as the prediction
     * @param loss a value per lane
     */
    void meanSquaredError(
            Lanes lanes, int samples, double[] prediction, double[] target, double[] delta, double[] loss);

    /**
     * Copies points in a new order.
     *
     * @param lanes the lanes
     * @param from ordered [point][column][lane]
     * @param order the numbers of the points
     * @param first the place of the first in the order
     * @param count how many points
     * @param columns the number of columns of a point
     * @param to ordered [point][column][lane]
     */
    void gather(Lanes lanes, double[] from, int[] order, int first, int count, int columns, double[] to);

    /**
     * The passes of a network with one hidden layer in one, where this kernel has that.
     *
     * @param activation the activation's value and derivative as outputs of one program
     * @param inputs the number of the network's inputs
     * @return the passes; empty if this kernel makes them one after the other
     */
    default Optional<FusedPasses64> fuse(Compiled64 activation, int inputs) {
        return Optional.empty();
    }

    /**
     * Whether all rows of a lane are finite.
     *
     * @param lanes the lanes
     * @param rows the number of rows
     * @param values lane-innermost
     * @param finite an answer per lane
     */
    void testFinite(Lanes lanes, int rows, double[] values, boolean[] finite);
}

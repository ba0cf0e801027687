package dev.parabola.core.kernel;

/** Forward and backward pass of a network with one hidden layer and one output, in one. The bits are those of the single passes. */
public interface FusedPasses64 {
    /**
     * The mean squared error of a batch and its derivatives.
     *
     * @param lanes the lanes
     * @param hidden the hidden layer
     * @param output the output layer
     * @param samples the number of samples
     * @param parameters the network's parameters
     * @param inputs ordered [sample][input]
     * @param targets ordered [sample]
     * @param hoisted what {@link Elementwise64#hoist} computed for the activation
     * @param gradient ordered as the parameters
     * @param loss a value per lane
     * @param outputs a row per sample, for whatever
     */
    void backward(
            Lanes lanes,
            Dense hidden,
            Dense output,
            int samples,
            double[] parameters,
            double[] inputs,
            double[] targets,
            double[] hoisted,
            double[] gradient,
            double[] loss,
            double[] outputs);
}

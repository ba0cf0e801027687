package dev.parabola.core.kernel.vector;

/** Forward and backward pass of a network with one hidden layer, with all its state in the arguments. */
interface FusedCode64 {
    /**
     * The loss of a batch and its derivatives. All offsets and sizes but the number of samples count numbers, not rows of lanes.
     *
     * @param samples the number of samples
     * @param units the number of hidden units times lanes
     * @param parameters the network's parameters
     * @param weights1 where the hidden layer's weights begin
     * @param biases1 where its biases begin
     * @param weights2 where the output layer's weights begin
     * @param bias2 where its bias is
     * @param inputs ordered [sample][input][lane]
     * @param targets ordered [sample][lane]
     * @param hoisted the uniform values of the activation
     * @param gradient receives the derivatives, ordered as the parameters
     * @param loss receives the mean squared error, a value per lane
     * @param outputs room for a row per sample
     * @param start the index of the first row in inputs, targets, hoisted, loss and outputs
     * @param scratch two rows, for whatever
     */
    void backward(
            int samples,
            int units,
            double[] parameters,
            int weights1,
            int biases1,
            int weights2,
            int bias2,
            double[] inputs,
            double[] targets,
            double[] hoisted,
            double[] gradient,
            double[] loss,
            double[] outputs,
            int start,
            double[] scratch);
}

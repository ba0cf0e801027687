package dev.parabola.core.kernel.vector;

/**
 * Forward and backward pass of a network with one hidden layer, with all its state in the arguments. The two methods differ in how many
 * samples they take at once. They are two because what the compiler has not seen run in a method spoils its code for the rest.
 */
interface FusedCode64 {
    /**
     * Adds to the loss of a batch and its derivatives, {@link KernelWriter#BLOCK} samples at once. All offsets and sizes but those of
     * samples count numbers, not rows of lanes.
     *
     * @param first the first sample
     * @param end the sample after the last; those that fill no block are left out
     * @param batch the number of samples in the batch
     * @param units the number of hidden units times lanes
     * @param parameters the network's parameters
     * @param weights1 where the hidden layer's weights begin
     * @param biases1 where its biases begin
     * @param weights2 where the output layer's weights begin
     * @param bias2 where its bias is
     * @param inputs ordered [sample][input][lane]
     * @param targets ordered [sample][lane]
     * @param hoisted the uniform values of the activation
     * @param gradient the sums so far, ordered as the parameters
     * @param squares the sum of squared errors so far, a value per lane
     * @param block room for a block's outputs and slopes of every hidden unit
     * @param start the index of the first row in inputs, targets, hoisted, squares and block
     * @param scratch two rows, for whatever
     */
    void blocks(
            int first,
            int end,
            int batch,
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
            double[] squares,
            double[] block,
            int start,
            double[] scratch);

    /** The same, one sample at once. */
    void singles(
            int first,
            int end,
            int batch,
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
            double[] squares,
            double[] block,
            int start,
            double[] scratch);
}

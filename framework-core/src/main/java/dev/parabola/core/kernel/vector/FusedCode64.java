package dev.parabola.core.kernel.vector;

/** Forward and backward pass of a network with one hidden layer, with all its state in the arguments. */
interface FusedCode64 {
    /**
     * Computes the loss of a batch and its derivatives. All offsets and sizes count numbers, not rows.
     *
     * @param units the size of a row of lanes for each hidden unit
     * @param samples the number of samples
     * @param parameters the network's parameters
     * @param weights1 where the hidden layer's weights begin
     * @param biases1 where its biases begin
     * @param weights2 where the output layer's weights begin
     * @param bias2 where its bias is
     * @param inputs ordered [sample][input][lane]
     * @param targets ordered [sample][lane]
     * @param hoisted the uniform values of the activation
     * @param gradient ordered as the parameters
     * @param loss a value per lane
     * @param block room for {@link VectorProgramWriter#BLOCK} samples' outputs and slopes of every hidden unit
     * @param scratch two rows, for whatever
     */
    void step(
            int units,
            int samples,
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
            double[] block,
            double[] scratch);
}

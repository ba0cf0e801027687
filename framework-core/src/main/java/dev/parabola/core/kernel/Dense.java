package dev.parabola.core.kernel;

/**
 * Where a dense layer lies in a network's parameters, and its values in arrays of samples.
 *
 * @param inputs the number of inputs of each unit, at least 1
 * @param outputs the number of units, at least 1
 * @param weights the row of the first weight; weights are ordered [output][input]
 * @param biases the row of the first bias; biases are ordered [output]
 * @param inputStride how many rows after a sample's first input the next sample's is, at least the number of inputs
 * @param outputStride how many rows after a sample's first output the next sample's is, at least the number of units
 */
public record Dense(int inputs, int outputs, int weights, int biases, int inputStride, int outputStride) {
    /**
     * A layer whose values lie side by side.
     *
     * @param inputs the number of inputs of each unit, at least 1
     * @param outputs the number of units, at least 1
     * @param weights the row of the first weight
     * @param biases the row of the first bias
     */
    public Dense(int inputs, int outputs, int weights, int biases) {
        this(inputs, outputs, weights, biases, inputs, outputs);
    }

    /**
     * The same layer with its values elsewhere.
     *
     * @param newInputStride the stride of its inputs
     * @param newOutputStride the stride of its outputs
     * @return the layer
     */
    public Dense withStrides(int newInputStride, int newOutputStride) {
        return new Dense(inputs, outputs, weights, biases, newInputStride, newOutputStride);
    }
}

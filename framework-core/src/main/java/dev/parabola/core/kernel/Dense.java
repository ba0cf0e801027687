package dev.parabola.core.kernel;

/**
 * Where a dense layer lies in a network's parameters.
 *
 * @param inputs the number of inputs of each unit, at least 1
 * @param outputs the number of units, at least 1
 * @param weights the row of the first weight; weights are ordered [output][input]
 * @param biases the row of the first bias; biases are ordered [output]
 */
public record Dense(int inputs, int outputs, int weights, int biases) {}

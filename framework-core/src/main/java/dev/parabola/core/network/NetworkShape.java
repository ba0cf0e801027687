package dev.parabola.core.network;

import dev.parabola.core.kernel.Dense;
import java.util.ArrayList;
import java.util.List;

/**
 * A fully connected network with one output, and where its parameters lie: the weights of all layers in order, then the biases of
 * all layers in order.
 */
public final class NetworkShape {
    private final List<Dense> layers;
    private final int weights;
    private final int parameters;

    /**
     * A network.
     *
     * @param inputs the number of inputs, at least 1
     * @param hidden the number of units of each hidden layer, in order; empty for a linear model
     * @throws ArithmeticException if there are more parameters than an array can hold
     */
    public NetworkShape(int inputs, List<Integer> hidden) {
        List<Integer> widths = new ArrayList<>();
        widths.add(inputs);
        widths.addAll(hidden);
        widths.add(1);
        int weightCount = 0;
        for (int l = 1; l < widths.size(); l++) {
            weightCount = Math.addExact(weightCount, Math.multiplyExact(widths.get(l - 1), widths.get(l)));
        }
        List<Dense> dense = new ArrayList<>();
        int weight = 0;
        int bias = weightCount;
        for (int l = 1; l < widths.size(); l++) {
            dense.add(new Dense(widths.get(l - 1), widths.get(l), weight, bias));
            weight += widths.get(l - 1) * widths.get(l);
            bias = Math.addExact(bias, widths.get(l));
        }
        layers = List.copyOf(dense);
        weights = weightCount;
        parameters = bias;
    }

    /**
     * The layers, from the inputs to the output.
     *
     * @return at least one
     */
    public List<Dense> layers() {
        return layers;
    }

    /**
     * The number of weights, biases not counted: they are the first parameters.
     *
     * @return at least 1
     */
    public int weights() {
        return weights;
    }

    /**
     * The number of weights and biases.
     *
     * @return at least 2
     */
    public int parameters() {
        return parameters;
    }

    /**
     * The number of inputs.
     *
     * @return at least 1
     */
    public int inputs() {
        return layers.get(0).inputs();
    }
}

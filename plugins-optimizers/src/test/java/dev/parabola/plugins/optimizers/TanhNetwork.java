package dev.parabola.plugins.optimizers;

import dev.parabola.api.math.Elementary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A tanh network of one input and one output in plain loops, its mean squared error and that error's gradient. */
final class TanhNetwork {
    private final List<Layer> layers = new ArrayList<>();

    /** A layer's weights, [out · fanIn + in], and biases, and the gradients of the last batch. */
    private static final class Layer {
        private final String name;
        private final double[] weights;
        private final double[] biases;
        private final double[] weightGradients;
        private final double[] biasGradients;

        Layer(String name, double[] weights, double[] biases) {
            this.name = name;
            this.weights = weights;
            this.biases = biases;
            this.weightGradients = new double[weights.length];
            this.biasGradients = new double[biases.length];
        }

        int fanOut() {
            return biases.length;
        }

        int fanIn() {
            return weights.length / biases.length;
        }
    }

    TanhNetwork(JsonNode initial) {
        for (String key : initial.propertyNames()) {
            if (key.endsWith(".weight")) {
                String name = key.substring(0, key.indexOf('.'));
                double[] weights = Reference.numbers(initial.get(key));
                double[] biases = Reference.numbers(initial.get(name + ".bias"));
                layers.add(new Layer(name, weights, biases));
            }
        }
    }

    /** The parameters, to be changed in place. */
    Map<String, double[]> parameters() {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (Layer layer : layers) {
            all.put(layer.name + ".weight", layer.weights);
            all.put(layer.name + ".bias", layer.biases);
        }
        return all;
    }

    /** The gradients of the last call of {@link #backward}. */
    Map<String, double[]> gradients() {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (Layer layer : layers) {
            all.put(layer.name + ".weight", layer.weightGradients);
            all.put(layer.name + ".bias", layer.biasGradients);
        }
        return all;
    }

    double loss(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double error = forward(x[i]).get(layers.size())[0] - y[i];
            sum += error * error;
        }
        return sum / x.length;
    }

    /** Computes the gradients and gives the loss. */
    double backward(double[] x, double[] y) {
        for (double[] gradient : gradients().values()) {
            Arrays.fill(gradient, 0);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            List<double[]> outputs = forward(x[i]);
            double error = outputs.get(layers.size())[0] - y[i];
            sum += error * error;
            double[] delta = {2 * error / x.length};
            for (int l = layers.size() - 1; l >= 0; l--) {
                delta = backward(layers.get(l), outputs.get(l), delta, l > 0);
            }
        }
        return sum / x.length;
    }

    /** The network's input and then the output of each layer. */
    private List<double[]> forward(double x) {
        List<double[]> outputs = new ArrayList<>();
        outputs.add(new double[] {x});
        for (Layer layer : layers) {
            double[] in = outputs.get(outputs.size() - 1);
            double[] out = layer.biases.clone();
            for (int o = 0; o < layer.fanOut(); o++) {
                for (int i = 0; i < layer.fanIn(); i++) {
                    out[o] += layer.weights[o * layer.fanIn() + i] * in[i];
                }
                if (outputs.size() < layers.size()) {
                    out[o] = Elementary.tanh(out[o]);
                }
            }
            outputs.add(out);
        }
        return outputs;
    }

    /** Adds a sample's gradients; gives the loss's derivatives by the weighted inputs of the layer below. */
    private static double[] backward(Layer layer, double[] in, double[] delta, boolean inIsTanh) {
        double[] below = new double[layer.fanIn()];
        for (int o = 0; o < layer.fanOut(); o++) {
            layer.biasGradients[o] += delta[o];
            for (int i = 0; i < layer.fanIn(); i++) {
                layer.weightGradients[o * layer.fanIn() + i] += delta[o] * in[i];
                below[i] += delta[o] * layer.weights[o * layer.fanIn() + i] * (inIsTanh ? 1 - in[i] * in[i] : 1);
            }
        }
        return below;
    }
}

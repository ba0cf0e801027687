package dev.parabola.core.network;

import dev.parabola.api.Initializer;
import dev.parabola.api.Initializer.Distribution;
import dev.parabola.core.kernel.Dense;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.random.Purpose;
import dev.parabola.core.random.RandomStream;

/** Draws a network's first parameters. They depend on the seed, the replica, the layer's number and the layer's size alone. */
public final class ParameterDraw {
    private ParameterDraw() {}

    /**
     * The parameters before training: each layer's weights in the order [output][input], then its biases, from the layer's own
     * stream.
     *
     * @param seed the study's seed
     * @param replica the replica, from 0
     * @param shape the network
     * @param initializer the distributions
     * @return a value per parameter
     */
    public static double[] draw(long seed, int replica, NetworkShape shape, Initializer initializer) {
        double[] parameters = new double[shape.parameters()];
        for (int l = 0; l < shape.layers().size(); l++) {
            Dense layer = shape.layers().get(l);
            Initializer.Layer place = new Initializer.Layer(l, layer.inputs(), layer.outputs());
            RandomStream stream = new RandomStream(seed, replica, Purpose.INIT, l);
            fill(
                    parameters,
                    layer.weights(),
                    layer.inputs() * layer.outputs(),
                    PluginFault.guard(initializer, () -> initializer.weights(place)),
                    stream);
            fill(
                    parameters,
                    layer.biases(),
                    layer.outputs(),
                    PluginFault.guard(initializer, () -> initializer.biases(place)),
                    stream);
        }
        return parameters;
    }

    private static void fill(
            double[] parameters, int first, int count, Distribution distribution, RandomStream stream) {
        double scale = distribution.scale();
        for (int i = first; i < first + count; i++) {
            parameters[i] = switch (distribution.shape()) {
                case UNIFORM -> (2 * stream.uniform() - 1) * scale;
                case NORMAL -> stream.gaussian() * scale;
            };
        }
    }
}

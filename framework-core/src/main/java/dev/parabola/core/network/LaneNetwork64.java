package dev.parabola.core.network;

import dev.parabola.api.Plugin;
import dev.parabola.core.kernel.Dense;
import dev.parabola.core.kernel.FusedPasses64;
import dev.parabola.core.kernel.Kernel64;
import dev.parabola.core.kernel.Lanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Networks of one shape, one per lane, with the memory that forward and backward passes need. Passes
 * allocate nothing. Not thread-safe.
 */
public final class LaneNetwork64 {
    /** Predictions of fewer samples at once would be slow. */
    private static final int FEWEST_AT_ONCE = 64;

    private final Kernel64 kernel;
    private final NetworkShape shape;
    private final Lanes lanes;
    private final ActivationLoops64 activation;
    private final int chunk;
    /** The layers, and where their values lie here. */
    private final List<Dense> layers = new ArrayList<>();

    private final double[] parameters;
    private final double[] gradient;
    /**
     * The weighted inputs of each layer's units, ordered [layer][sample][unit][lane]; the last layer's are the predictions. Afterwards the loss's
     * derivatives by them.
     */
    private final double[][] sums;
    /** The outputs of each hidden layer's units. */
    private final double[][] outputs;
    /** The activation's derivative at each hidden layer's weighted inputs. */
    private final double[][] slopes;

    private final double[][][] valueArrays;
    private final double[][][] slopeArrays;
    /** The passes in one, where the network has one hidden layer and the kernel such passes. */
    private final Optional<FusedPasses64> fused;

    /**
     * Networks whose parameters are all zero.
     *
     * @param kernel the arithmetic
     * @param shape the networks' shape
     * @param lanes the lanes
     * @param activations the activation of each lane that is not idle; they differ only in numbers
     * @param chunk the number of samples that pass at once, at least 1: the largest batch
     */
    public LaneNetwork64(Kernel64 kernel, NetworkShape shape, Lanes lanes, List<Plugin> activations, int chunk) {
        this.kernel = kernel;
        this.shape = shape;
        this.lanes = lanes;
        this.chunk = Math.max(chunk, FEWEST_AT_ONCE);
        this.activation = ActivationLoops64.of(activations, kernel, lanes);
        this.parameters = lanes.rows64(shape.parameters());
        this.gradient = lanes.rows64(shape.parameters());
        int count = shape.layers().size();
        sums = new double[count][];
        outputs = new double[count - 1][];
        slopes = new double[count - 1][];
        valueArrays = new double[count - 1][][];
        slopeArrays = new double[count - 1][][];
        for (Dense layer : shape.layers()) {
            int inputStride = layers.isEmpty() ? layer.inputs() : lanes.stride64(layer.inputs());
            layers.add(layer.withStrides(
                    inputStride, layers.size() == count - 1 ? layer.outputs() : lanes.stride64(layer.outputs())));
        }
        for (int l = 0; l < count; l++) {
            int rows = this.chunk * layers.get(l).outputStride();
            sums[l] = lanes.rows64(rows);
            if (l < count - 1) {
                outputs[l] = lanes.rows64(rows);
                slopes[l] = lanes.rows64(rows);
                valueArrays[l] = new double[][] {sums[l], outputs[l]};
                slopeArrays[l] = new double[][] {sums[l], outputs[l], slopes[l]};
            }
        }
        fused = count == 2
                ? activation.fusible().flatMap(formula -> kernel.fuse(formula, shape.inputs()))
                : Optional.empty();
    }

    /**
     * The parameters, ordered as {@link NetworkShape} says, lane-innermost.
     *
     * @return the array itself: what an optimizer changes
     */
    public double[] parameters() {
        return parameters;
    }

    /**
     * The loss's derivatives by the parameters, as {@link #backward} left them.
     *
     * @return the array itself, ordered as the parameters
     */
    public double[] gradient() {
        return gradient;
    }

    /**
     * The networks' shape.
     *
     * @return the shape
     */
    public NetworkShape shape() {
        return shape;
    }

    /**
     * How many samples can pass at once.
     *
     * @return at least the number asked for
     */
    public int chunk() {
        return chunk;
    }

    /**
     * Computes the mean squared error of a batch and its derivatives.
     *
     * @param samples the number of samples, from 1 to the chunk
     * @param inputs ordered [sample][input][lane]
     * @param targets ordered [sample][lane]
     * @param loss receives a value per lane
     */
    public void backward(int samples, double[] inputs, double[] targets, double[] loss) {
        if (fused.isPresent()) {
            fused.get()
                    .backward(
                            lanes,
                            shape.layers().get(0),
                            shape.layers().get(1),
                            samples,
                            parameters,
                            inputs,
                            targets,
                            activation.hoisted(),
                            gradient,
                            loss,
                            sums[1]);
            return;
        }
        backward(samples, inputs, targets, loss, null);
    }

    /**
     * Does what {@link #backward} does, and shows what each unit gives on the way.
     *
     * @param samples the number of samples, from 1 to {@link #chunk}
     * @param inputs ordered [sample][input][lane]
     * @param targets ordered [sample][lane]
     * @param loss receives a value per lane
     * @param activity sees the samples
     */
    public void backward(
            int samples, double[] inputs, double[] targets, double[] loss, @Nullable UnitActivity64 activity) {
        int last = shape.layers().size() - 1;
        for (int l = 0; l <= last; l++) {
            Dense layer = layers.get(l);
            kernel.forward(lanes, layer, samples, parameters, l == 0 ? inputs : outputs[l - 1], sums[l]);
            if (l < last) {
                activation.applyValueAndSlope(lanes, slopeArrays[l], samples, layer);
                if (activity != null) {
                    activity.see(l, samples, layer.outputStride(), outputs[l], slopes[l]);
                }
            }
        }
        double[] delta = sums[last];
        kernel.meanSquaredError(lanes, samples, delta, targets, delta, loss);
        for (int l = last; l >= 0; l--) {
            Dense layer = layers.get(l);
            kernel.parameterGradient(lanes, layer, samples, l == 0 ? inputs : outputs[l - 1], delta, gradient);
            if (l > 0) {
                kernel.inputGradient(lanes, layer, samples, parameters, delta, slopes[l - 1], sums[l - 1]);
                delta = sums[l - 1];
            }
        }
    }

    /**
     * Computes the networks' outputs.
     *
     * @param samples the number of samples, any
     * @param inputs ordered [sample][input][lane]
     * @param predictions receives a value per sample and lane
     */
    public void predict(int samples, double[] inputs, double[] predictions) {
        int width = lanes.count();
        int last = shape.layers().size() - 1;
        int inputRow = shape.inputs() * width;
        int start = lanes.first64();
        double[] first = samples <= chunk ? inputs : lanes.rows64(chunk * shape.inputs());
        for (int from = 0; from < samples; from += chunk) {
            int count = Math.min(chunk, samples - from);
            if (first != inputs) {
                System.arraycopy(inputs, start + from * inputRow, first, start, count * inputRow);
            }
            for (int l = 0; l <= last; l++) {
                Dense layer = layers.get(l);
                kernel.forward(lanes, layer, count, parameters, l == 0 ? first : outputs[l - 1], sums[l]);
                if (l < last) {
                    activation.applyValue(lanes, valueArrays[l], count, layer);
                }
            }
            System.arraycopy(sums[last], start, predictions, start + from * width, count * width);
        }
    }
}

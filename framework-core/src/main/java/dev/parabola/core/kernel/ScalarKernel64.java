package dev.parabola.core.kernel;

import static java.lang.Math.fma;

import dev.parabola.api.expression.Program;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One lane after the other, one number at a time: the specification of every {@link Kernel64}, and the choice where vectors are not
 * to be had or not worth their warm-up. Four sums run side by side where there are four, because one alone would wait for each
 * of its additions; the order within a sum is what counts.
 */
public final class ScalarKernel64 implements Kernel64 {
    private final Map<SplitProgram, Elementwise64> loops = new ConcurrentHashMap<>();

    /** Creates the kernel. */
    public ScalarKernel64() {}

    @Override
    public int preferredLanes() {
        return 1;
    }

    @Override
    public int width(int trials) {
        return trials;
    }

    @Override
    public Compiled64 compile(Program program, int rowInputs) {
        return new Compiled64(
                loops.computeIfAbsent(SplitProgram.of(program, rowInputs), ScalarElementwise::of), program);
    }

    private record ScalarElementwise(RowLoop64 loop, int hoisted) implements Elementwise64 {
        static Elementwise64 of(SplitProgram split) {
            return RowLoopCompiler.isTooLong(split)
                    ? new ScalarElementwise(new InterpretedRowLoop64(split), InterpretedRowLoop64.hoisted(split))
                    : new ScalarElementwise(
                            (RowLoop64) RowLoopCompiler.compile(split, Format.FLOAT64, RowLoop64.class),
                            split.hoisted());
        }

        @Override
        public void hoist(Lanes lanes, double[] uniforms, double[] results) {
            for (int lane : lanes.active()) {
                loop.hoist(uniforms, results, lanes.count(), lanes.first64() + lane);
            }
        }

        @Override
        public void apply(Lanes lanes, double[][] arrays, int firstRow, int rows, double[] uniformResults) {
            int stride = lanes.count();
            for (int lane : lanes.active()) {
                int start = lanes.first64() + lane;
                loop.run(arrays, firstRow * stride + start, rows, stride, uniformResults, start);
            }
        }
    }

    @Override
    public void forward(Lanes lanes, Dense layer, int samples, double[] parameters, double[] input, double[] output) {
        for (int lane : lanes.active()) {
            forward(lanes.count(), lanes.first64() + lane, layer, samples, parameters, input, output);
        }
    }

    private static void forward(
            int stride, int start, Dense layer, int samples, double[] parameters, double[] input, double[] output) {
        int inputs = layer.inputs();
        int outputs = layer.outputs();
        int row = inputs * stride;
        if (inputs == 1) {
            forwardOneInput(stride, start, layer, samples, parameters, input, output);
            return;
        }
        for (int s = 0; s < samples; s++) {
            int in = s * layer.inputStride() * stride + start;
            int out = s * layer.outputStride() * stride + start;
            int bias = layer.biases() * stride + start;
            int weight = layer.weights() * stride + start;
            int o = 0;
            for (; o + 4 <= outputs; o += 4) {
                double sum0 = parameters[bias];
                double sum1 = parameters[bias + stride];
                double sum2 = parameters[bias + 2 * stride];
                double sum3 = parameters[bias + 3 * stride];
                for (int i = 0; i < row; i += stride) {
                    double x = input[in + i];
                    sum0 = fma(parameters[weight + i], x, sum0);
                    sum1 = fma(parameters[weight + row + i], x, sum1);
                    sum2 = fma(parameters[weight + 2 * row + i], x, sum2);
                    sum3 = fma(parameters[weight + 3 * row + i], x, sum3);
                }
                output[out] = sum0;
                output[out + stride] = sum1;
                output[out + 2 * stride] = sum2;
                output[out + 3 * stride] = sum3;
                out += 4 * stride;
                bias += 4 * stride;
                weight += 4 * row;
            }
            for (; o < outputs; o++) {
                double sum = parameters[bias];
                for (int i = 0; i < row; i += stride) {
                    sum = fma(parameters[weight + i], input[in + i], sum);
                }
                output[out] = sum;
                out += stride;
                bias += stride;
                weight += row;
            }
        }
    }

    /** Sums of one term, without a loop around it. */
    private static void forwardOneInput(
            int stride, int start, Dense layer, int samples, double[] parameters, double[] input, double[] output) {
        int outputs = layer.outputs() * stride;
        int weights = layer.weights() * stride + start;
        int biases = layer.biases() * stride + start;
        for (int s = 0; s < samples; s++) {
            double x = input[s * layer.inputStride() * stride + start];
            int out = s * layer.outputStride() * stride + start;
            for (int o = 0; o < outputs; o += stride) {
                output[out + o] = fma(parameters[weights + o], x, parameters[biases + o]);
            }
        }
    }

    @Override
    public void parameterGradient(
            Lanes lanes, Dense layer, int samples, double[] input, double[] delta, double[] gradient) {
        int stride = lanes.count();
        int inputs = layer.inputs();
        int outputs = layer.outputs();
        int tiled = inputs - inputs % 4;
        for (int lane : lanes.active()) {
            int start = lanes.first64() + lane;
            for (int o = 0; o < outputs; o++) {
                for (int i = 0; i < tiled; i += 4) {
                    sumFourInputs(layer, o, i, stride, start, samples, input, delta, gradient);
                }
            }
            for (int i = tiled; i < inputs; i++) {
                int o = 0;
                for (; o + 4 <= outputs; o += 4) {
                    sumFourOutputs(layer, o, i, stride, start, samples, input, delta, gradient);
                }
                for (; o < outputs; o++) {
                    sumOne(layer, o, i, stride, start, samples, input, delta, gradient);
                }
            }
            sumDeltas(layer, samples, delta, start, stride, gradient);
        }
    }

    private static void sumFourInputs(
            Dense layer,
            int output,
            int firstInput,
            int stride,
            int start,
            int samples,
            double[] input,
            double[] delta,
            double[] gradient) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int d = output * stride + start;
        int in = firstInput * stride + start;
        for (int s = 0; s < samples; s++) {
            double unit = delta[d];
            sum0 = fma(unit, input[in], sum0);
            sum1 = fma(unit, input[in + stride], sum1);
            sum2 = fma(unit, input[in + 2 * stride], sum2);
            sum3 = fma(unit, input[in + 3 * stride], sum3);
            d += layer.outputStride() * stride;
            in += layer.inputStride() * stride;
        }
        int weight = (layer.weights() + output * layer.inputs() + firstInput) * stride + start;
        gradient[weight] = sum0;
        gradient[weight + stride] = sum1;
        gradient[weight + 2 * stride] = sum2;
        gradient[weight + 3 * stride] = sum3;
    }

    private static void sumFourOutputs(
            Dense layer,
            int firstOutput,
            int oneInput,
            int stride,
            int start,
            int samples,
            double[] input,
            double[] delta,
            double[] gradient) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int d = firstOutput * stride + start;
        int in = oneInput * stride + start;
        for (int s = 0; s < samples; s++) {
            double x = input[in];
            sum0 = fma(delta[d], x, sum0);
            sum1 = fma(delta[d + stride], x, sum1);
            sum2 = fma(delta[d + 2 * stride], x, sum2);
            sum3 = fma(delta[d + 3 * stride], x, sum3);
            d += layer.outputStride() * stride;
            in += layer.inputStride() * stride;
        }
        int row = layer.inputs() * stride;
        int weight = (layer.weights() + firstOutput * layer.inputs() + oneInput) * stride + start;
        gradient[weight] = sum0;
        gradient[weight + row] = sum1;
        gradient[weight + 2 * row] = sum2;
        gradient[weight + 3 * row] = sum3;
    }

    private static void sumOne(
            Dense layer,
            int output,
            int oneInput,
            int stride,
            int start,
            int samples,
            double[] input,
            double[] delta,
            double[] gradient) {
        double sum = 0;
        int d = output * stride + start;
        int in = oneInput * stride + start;
        for (int s = 0; s < samples; s++) {
            sum = fma(delta[d], input[in], sum);
            d += layer.outputStride() * stride;
            in += layer.inputStride() * stride;
        }
        gradient[(layer.weights() + output * layer.inputs() + oneInput) * stride + start] = sum;
    }

    private static void sumDeltas(Dense layer, int samples, double[] delta, int start, int stride, double[] gradient) {
        for (int o = 0; o < layer.outputs(); o++) {
            double sum = 0;
            int d = o * stride + start;
            for (int s = 0; s < samples; s++) {
                sum += delta[d];
                d += layer.outputStride() * stride;
            }
            gradient[(layer.biases() + o) * stride + start] = sum;
        }
    }

    @Override
    public void inputGradient(
            Lanes lanes,
            Dense layer,
            int samples,
            double[] parameters,
            double[] delta,
            double[] slope,
            double[] inputDelta) {
        int stride = lanes.count();
        int row = layer.inputs() * stride;
        int outputs = layer.outputs();
        if (outputs == 1) {
            inputGradientOneOutput(lanes, layer, samples, parameters, delta, slope, inputDelta);
            return;
        }
        for (int lane : lanes.active()) {
            int start = lanes.first64() + lane;
            int firstWeight = layer.weights() * stride + start;
            for (int s = 0; s < samples; s++) {
                int firstDelta = s * layer.outputStride() * stride + start;
                int in = s * layer.inputStride() * stride + start;
                int i = 0;
                for (; i + 4 * stride <= row; i += 4 * stride) {
                    double sum0 = 0;
                    double sum1 = 0;
                    double sum2 = 0;
                    double sum3 = 0;
                    int weight = firstWeight + i;
                    int d = firstDelta;
                    for (int o = 0; o < outputs; o++) {
                        double unit = delta[d];
                        sum0 = fma(parameters[weight], unit, sum0);
                        sum1 = fma(parameters[weight + stride], unit, sum1);
                        sum2 = fma(parameters[weight + 2 * stride], unit, sum2);
                        sum3 = fma(parameters[weight + 3 * stride], unit, sum3);
                        weight += row;
                        d += stride;
                    }
                    inputDelta[in + i] = sum0 * slope[in + i];
                    inputDelta[in + i + stride] = sum1 * slope[in + i + stride];
                    inputDelta[in + i + 2 * stride] = sum2 * slope[in + i + 2 * stride];
                    inputDelta[in + i + 3 * stride] = sum3 * slope[in + i + 3 * stride];
                }
                for (; i < row; i += stride) {
                    double sum = 0;
                    int weight = firstWeight + i;
                    int d = firstDelta;
                    for (int o = 0; o < outputs; o++) {
                        sum = fma(parameters[weight], delta[d], sum);
                        weight += row;
                        d += stride;
                    }
                    inputDelta[in + i] = sum * slope[in + i];
                }
            }
        }
    }

    /** Sums of one term, without a loop around it. */
    private static void inputGradientOneOutput(
            Lanes lanes,
            Dense layer,
            int samples,
            double[] parameters,
            double[] delta,
            double[] slope,
            double[] inputDelta) {
        int stride = lanes.count();
        int row = layer.inputs() * stride;
        for (int lane : lanes.active()) {
            int start = lanes.first64() + lane;
            int weights = layer.weights() * stride + start;
            for (int s = 0; s < samples; s++) {
                double unit = delta[s * layer.outputStride() * stride + start];
                int in = s * layer.inputStride() * stride + start;
                for (int i = 0; i < row; i += stride) {
                    inputDelta[in + i] = fma(parameters[weights + i], unit, 0) * slope[in + i];
                }
            }
        }
    }

    @Override
    public void meanSquaredError(
            Lanes lanes, int samples, double[] prediction, double[] target, double[] delta, double[] loss) {
        int stride = lanes.count();
        double two = 2;
        double twoOverSamples = two / samples;
        for (int lane : lanes.active()) {
            double sum = 0;
            int at = lanes.first64() + lane;
            for (int s = 0; s < samples; s++) {
                double error = prediction[at] - target[at];
                sum = fma(error, error, sum);
                delta[at] = error * twoOverSamples;
                at += stride;
            }
            loss[lanes.first64() + lane] = sum / samples;
        }
    }

    @Override
    public void gather(Lanes lanes, double[] from, int[] order, int first, int count, int columns, double[] to) {
        int size = columns * lanes.count();
        int start = lanes.first64();
        int place = start;
        for (int i = first; i < first + count; i++) {
            int at = start + order[i] * size;
            // rows are too short for System.arraycopy to pay
            for (int end = at + size; at < end; at++) {
                to[place++] = from[at];
            }
        }
    }

    @Override
    public void testFinite(Lanes lanes, int rows, double[] values, boolean[] finite) {
        int stride = lanes.count();
        int end = lanes.first64() + rows * stride;
        for (int lane : lanes.active()) {
            double zeroOrNaN = 0;
            for (int at = lanes.first64() + lane; at < end; at += stride) {
                zeroOrNaN += values[at] * 0;
            }
            finite[lane] = zeroOrNaN == 0;
        }
    }
}

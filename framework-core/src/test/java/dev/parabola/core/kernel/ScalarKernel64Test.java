package dev.parabola.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with loops that do just what {@link Kernel64}'s documentation says, bit for bit. */
class ScalarKernel64Test {
    private final ScalarKernel64 kernel = new ScalarKernel64();

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "1, 1, 10, 64", "1, 10, 1, 3", "2, 3, 5, 7", "3, 4, 4, 5", "5, 9, 6, 2", "16, 2, 7, 4"})
    void keepsTheStatedOrderOfEverySum(int width, int inputs, int outputs, int samples) {
        Random random = new Random(inputs * 1000L + outputs);
        int weights = inputs * outputs;
        Dense layer = new Dense(inputs, outputs, 1, 1 + weights);
        double[] parameters = random(random, (1 + weights + outputs) * width);
        double[] input = random(random, samples * inputs * width);
        double[] delta = random(random, samples * outputs * width);
        double[] slope = random(random, samples * inputs * width);
        double[] output = new double[samples * outputs * width];
        double[] gradient = new double[parameters.length];
        double[] inputDelta = new double[slope.length];
        Lanes lanes = new Lanes(width);

        kernel.forward(lanes, layer, samples, parameters, input, output);
        kernel.parameterGradient(lanes, layer, samples, input, delta, gradient);
        kernel.inputGradient(lanes, layer, samples, parameters, delta, slope, inputDelta);

        for (int l = 0; l < width; l++) {
            for (int o = 0; o < outputs; o++) {
                double bias = 0;
                for (int s = 0; s < samples; s++) {
                    double sum = parameters[(1 + weights + o) * width + l];
                    for (int i = 0; i < inputs; i++) {
                        sum = Math.fma(
                                parameters[(1 + o * inputs + i) * width + l], input[(s * inputs + i) * width + l], sum);
                    }
                    assertThat(output[(s * outputs + o) * width + l]).isEqualTo(sum);
                    bias += delta[(s * outputs + o) * width + l];
                }
                assertThat(gradient[(1 + weights + o) * width + l]).isEqualTo(bias);
                for (int i = 0; i < inputs; i++) {
                    double sum = 0;
                    for (int s = 0; s < samples; s++) {
                        sum = Math.fma(delta[(s * outputs + o) * width + l], input[(s * inputs + i) * width + l], sum);
                    }
                    assertThat(gradient[(1 + o * inputs + i) * width + l]).isEqualTo(sum);
                }
            }
            for (int s = 0; s < samples; s++) {
                for (int i = 0; i < inputs; i++) {
                    double sum = 0;
                    for (int o = 0; o < outputs; o++) {
                        sum = Math.fma(
                                parameters[(1 + o * inputs + i) * width + l],
                                delta[(s * outputs + o) * width + l],
                                sum);
                    }
                    assertThat(inputDelta[(s * inputs + i) * width + l])
                            .isEqualTo(sum * slope[(s * inputs + i) * width + l]);
                }
            }
        }
        for (int l = 0; l < width; l++) {
            assertThat(gradient[l]).as("what lies outside the layer").isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 64", "5, 7"})
    void sumsSquaredErrorsInTheOrderOfTheSamples(int width, int samples) {
        Random random = new Random(samples);
        double[] prediction = random(random, samples * width);
        double[] target = random(random, samples * width);
        double[] delta = prediction.clone();
        double[] loss = new double[width];

        kernel.meanSquaredError(new Lanes(width), samples, delta, target, delta, loss);

        for (int l = 0; l < width; l++) {
            double sum = 0;
            for (int s = 0; s < samples; s++) {
                double error = prediction[s * width + l] - target[s * width + l];
                sum = Math.fma(error, error, sum);
                assertThat(delta[s * width + l]).isEqualTo(error * (2.0 / samples));
            }
            assertThat(loss[l]).isEqualTo(sum / samples);
        }
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void findsTheLaneThatIsNotFinite(double bad) {
        double[] values = new double[5 * 3];
        values[4 * 3 + 1] = bad;
        values[0] = Double.MAX_VALUE;
        values[3] = -Double.MAX_VALUE;
        boolean[] finite = new boolean[3];

        kernel.testFinite(new Lanes(3), 5, values, finite);

        assertThat(finite).containsExactly(true, false, true);
    }

    private static double[] random(Random random, int length) {
        return random.doubles(length, -2, 2).toArray();
    }
}

package dev.parabola.core.kernel.vector;

import dev.parabola.core.kernel.SplitProgram;

/**
 * Writes forward and backward pass of a network with one hidden layer and one output. Nothing of the hidden units is stored: a first sweep
 * computes the outputs of some samples side by side, and a second one, for some units side by side, computes each unit's value again and
 * sums its derivatives over all samples in registers.
 */
final class FusedPassWriter {
    private final LaneCode code;
    private final FormulaWriter formula;
    private final int lanes;
    private final int inputs;

    // where the method's parameters are
    private final int samples;
    private final int units;
    private final int parameters;
    private final int weights1;
    private final int biases1;
    private final int weights2;
    private final int bias2;
    private final int inputValues;
    private final int targets;
    private final int gradient;
    private final int loss;
    private final int outputs;
    private final int start;

    /**
     * A writer of {@link FusedCode64#backward} or its twin.
     *
     * @param code the method's body
     * @param in where its parameters are
     * @param activation the activation's value and derivative
     * @param inputs the number of the network's inputs
     */
    FusedPassWriter(LaneCode code, int[] in, SplitProgram activation, int inputs) {
        this.code = code;
        this.inputs = inputs;
        lanes = code.lanes();
        samples = in[0];
        units = in[1];
        parameters = in[2];
        weights1 = in[3];
        biases1 = in[4];
        weights2 = in[5];
        bias2 = in[6];
        inputValues = in[7];
        targets = in[8];
        gradient = in[10];
        loss = in[11];
        outputs = in[12];
        start = in[13];
        formula = new FormulaWriter(activation, code, LaneFunctions.of(code, in[14]));
        formula.readHoisted(in[9], start);
    }

    /**
     * Writes the body.
     *
     * @param samplesAtOnce how many samples the first sweep computes side by side
     * @param unitsAtOnce how many units the second one does
     */
    void write(int samplesAtOnce, int unitsAtOnce) {
        code.overlappingLoop(samples, samplesAtOnce, first -> writeOutputs(first, samplesAtOnce));
        writeErrors();
        code.overlappingLoop(units, unitsAtOnce * lanes, first -> writeGradients(first, unitsAtOnce));
    }

    private void writeOutputs(int first, int count) {
        int[][] x = new int[count][inputs];
        int inputAt = code.sum(start, inputs * lanes, first);
        for (int s = 0; s < count; s++) {
            for (int i = 0; i < inputs; i++) {
                x[s][i] = code.load(inputValues, inputAt, (s * inputs + i) * lanes);
            }
        }
        int[] sums = new int[count];
        int bias = code.load(parameters, bias2, 0);
        for (int s = 0; s < count; s++) {
            sums[s] = code.copy(bias);
        }
        int unit = code.integer(0);
        int weight = code.copyOfInteger(weights1);
        code.loop(unit, units, lanes, () -> {
            Unit one = new Unit(code.loadAtSum(parameters, biases1, unit), new int[inputs]);
            for (int i = 0; i < inputs; i++) {
                one.weights[i] = code.load(parameters, weight, i * lanes);
            }
            int outputWeight = code.loadAtSum(parameters, weights2, unit);
            for (int s = 0; s < count; s++) {
                code.accumulate(sums[s], outputWeight, one.valueAndSlope(x[s])[0]);
            }
            code.advance(weight, inputs * lanes);
        });
        int outputAt = code.sum(start, lanes, first);
        for (int s = 0; s < count; s++) {
            code.store(sums[s], outputs, outputAt, s * lanes);
        }
    }

    /** The variables of a hidden unit. */
    private final class Unit {
        private final int bias;
        private final int[] weights;

        private Unit(int bias, int[] weights) {
            this.bias = bias;
            this.weights = weights;
        }

        private int[] valueAndSlope(int[] x) {
            int sum = bias;
            for (int i = 0; i < inputs; i++) {
                sum = code.fma(weights[i], x[i], sum);
            }
            int weightedInput = sum;
            return formula.writeRow(input -> weightedInput);
        }
    }

    /** The outputs become the loss's derivatives by them. */
    private void writeErrors() {
        int sum = code.copy(code.constant(0));
        int biasGradient = code.copy(code.constant(0));
        int twoOverSamples = code.dividedBy(code.constant(2), code.ofInteger(samples));
        int sample = code.integer(0);
        int at = code.copyOfInteger(start);
        code.loop(sample, samples, 1, () -> {
            int error = code.minus(code.load(outputs, at, 0), code.load(targets, at, 0));
            code.accumulate(sum, error, error);
            int delta = code.times(error, twoOverSamples);
            code.copy(code.plus(biasGradient, delta), biasGradient);
            code.store(delta, outputs, at, 0);
            code.advance(at, lanes);
        });
        code.store(code.dividedBy(sum, code.ofInteger(samples)), loss, start, 0);
        code.store(biasGradient, gradient, bias2, 0);
    }

    private void writeGradients(int first, int count) {
        Unit[] unit = new Unit[count];
        int[] outputWeights = new int[count];
        int[] outputWeightGradients = new int[count];
        int[] biasGradients = new int[count];
        int[][] weightGradients = new int[count][inputs];
        int weightAt = code.sum(weights1, inputs, first);
        int biasAt = code.sum(biases1, 1, first);
        int outputWeightAt = code.sum(weights2, 1, first);
        for (int u = 0; u < count; u++) {
            unit[u] = new Unit(code.load(parameters, biasAt, u * lanes), new int[inputs]);
            outputWeights[u] = code.load(parameters, outputWeightAt, u * lanes);
            outputWeightGradients[u] = code.copy(code.constant(0));
            biasGradients[u] = code.copy(code.constant(0));
            for (int i = 0; i < inputs; i++) {
                unit[u].weights[i] = code.load(parameters, weightAt, (u * inputs + i) * lanes);
                weightGradients[u][i] = code.copy(code.constant(0));
            }
        }
        int sample = code.integer(0);
        int inputAt = code.copyOfInteger(start);
        int deltaAt = code.copyOfInteger(start);
        code.loop(sample, samples, 1, () -> {
            int[] x = new int[inputs];
            for (int i = 0; i < inputs; i++) {
                x[i] = code.load(inputValues, inputAt, i * lanes);
            }
            int outputDelta = code.load(outputs, deltaAt, 0);
            for (int u = 0; u < count; u++) {
                int[] valueAndSlope = unit[u].valueAndSlope(x);
                code.accumulate(outputWeightGradients[u], outputDelta, valueAndSlope[0]);
                int delta = code.times(code.fma(outputWeights[u], outputDelta, code.constant(0)), valueAndSlope[1]);
                code.copy(code.plus(biasGradients[u], delta), biasGradients[u]);
                for (int i = 0; i < inputs; i++) {
                    code.accumulate(weightGradients[u][i], delta, x[i]);
                }
            }
            code.advance(inputAt, inputs * lanes);
            code.advance(deltaAt, lanes);
        });
        for (int u = 0; u < count; u++) {
            code.store(outputWeightGradients[u], gradient, outputWeightAt, u * lanes);
            code.store(biasGradients[u], gradient, biasAt, u * lanes);
            for (int i = 0; i < inputs; i++) {
                code.store(weightGradients[u][i], gradient, weightAt, (u * inputs + i) * lanes);
            }
        }
    }
}

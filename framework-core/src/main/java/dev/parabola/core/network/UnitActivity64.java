package dev.parabola.core.network;

import dev.parabola.core.kernel.Lanes;
import java.util.ArrayList;
import java.util.List;

/** How far hidden units were driven over the samples that passed: each one's largest output and steepest slope, without sign. */
public final class UnitActivity64 {
    private final Lanes lanes;
    private final List</* always */ double[]> largestOutputs = new ArrayList<>();
    private final List</* always */ double[]> steepestSlopes = new ArrayList<>();

    /**
     * No sample has passed.
     *
     * @param shape the networks' shape
     * @param lanes the lanes
     */
    public UnitActivity64(NetworkShape shape, Lanes lanes) {
        this.lanes = lanes;
        for (int layer = 0; layer < shape.layers().size() - 1; layer++) {
            int rows = shape.layers().get(layer).outputs() * lanes.count();
            largestOutputs.add(new /* always */ double[rows]);
            steepestSlopes.add(new /* always */ double[rows]);
        }
    }

    /** Takes the outputs and the activation's derivatives of a layer, both ordered [sample][unit][lane], some rows between samples. */
    void see(int layer, int samples, int stride, double[] outputs, double[] slopes) {
        raise(largestOutputs.get(layer), samples, stride, outputs);
        raise(steepestSlopes.get(layer), samples, stride, slopes);
    }

    private void raise(/* always */ double[] largest, int samples, int stride, double[] values) {
        for (int sample = 0; sample < samples; sample++) {
            int row = lanes.first64() + sample * stride * lanes.count();
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], Math.abs(values[row + i]));
            }
        }
    }

    /**
     * The largest absolute output of a unit.
     *
     * @param layer the hidden layer, from 0
     * @param unit the unit, from 0
     * @param lane the lane
     * @return at least 0; NaN if any output was
     */
    public /* always */ double largestOutput(int layer, int unit, int lane) {
        return largestOutputs.get(layer)[unit * lanes.count() + lane];
    }

    /**
     * The largest absolute derivative of a unit's activation.
     *
     * @param layer the hidden layer, from 0
     * @param unit the unit, from 0
     * @param lane the lane
     * @return at least 0; NaN if any derivative was
     */
    public /* always */ double steepestSlope(int layer, int unit, int lane) {
        return steepestSlopes.get(layer)[unit * lanes.count() + lane];
    }
}

package dev.parabola.core.network;

import dev.parabola.core.kernel.Dense;
import java.util.Arrays;

/**
 * A network's layer as a function of the scaled input on an open interval: the points between which all its units are straight lines,
 * and for each piece between them each unit's slope and intercept. It begins with the input itself and goes on layer by layer.
 */
final class PieceSweep {
    private final double low;
    private final double high;
    private final double[] kinks;
    private final double[] activationSlopes;
    private final double[] activationIntercepts;
    private double[] breaks = {};
    /** Ordered [piece][unit], as are the intercepts. */
    private double[][] slopes = {{1}};

    private double[][] intercepts = {{0}};
    /** For each unit, ascending, where it passes a kink. */
    private double[][] passings = {};

    PieceSweep(PiecewiseLinear activation, double low, double high) {
        this.low = low;
        this.high = high;
        int count = activation.breakCount();
        kinks = new double[count];
        activationSlopes = new double[count + 1];
        activationIntercepts = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            activationSlopes[i] = activation.line(i).slope();
            activationIntercepts[i] = activation.line(i).intercept();
            if (i < count) {
                kinks[i] = activation.breakAt(i);
            }
        }
    }

    double slope(int piece, int unit) {
        return slopes[piece][unit];
    }

    /** The piece that ends at a break. */
    int pieceLeftOf(double passing) {
        return Arrays.binarySearch(breaks, passing);
    }

    /** For each unit, ascending, where the weighted inputs pass a kink. */
    double[][] passings() {
        return passings;
    }

    /** Goes from the outputs of the units below to the weighted inputs of a layer's units. */
    void feed(Dense layer, double[] parameters) {
        for (int piece = 0; piece < slopes.length; piece++) {
            double[] slopesBelow = slopes[piece];
            double[] interceptsBelow = intercepts[piece];
            double[] slopesHere = new double[layer.outputs()];
            double[] interceptsHere = new double[layer.outputs()];
            for (int unit = 0; unit < layer.outputs(); unit++) {
                int row = layer.weights() + unit * layer.inputs();
                double slope = 0;
                double intercept = parameters[layer.biases() + unit];
                for (int i = 0; i < layer.inputs(); i++) {
                    slope += parameters[row + i] * slopesBelow[i];
                    intercept += parameters[row + i] * interceptsBelow[i];
                }
                slopesHere[unit] = slope;
                interceptsHere[unit] = intercept;
            }
            slopes[piece] = slopesHere;
            intercepts[piece] = interceptsHere;
        }
        passings = new double[layer.outputs()][];
        double[] room = new double[slopes.length * (kinks.length + 1)];
        for (int unit = 0; unit < layer.outputs(); unit++) {
            passings[unit] = passings(unit, room);
        }
    }

    /**
     * Where a unit passes a kink: inside a piece, or between two pieces, where rounding or a jump below has put it. On which side of
     * a kink a unit is follows from the same quotient wherever it is asked, so that no passing is lost.
     */
    private double[] passings(int unit, double[] room) {
        int count = 0;
        int before = 0;
        for (int piece = 0; piece < slopes.length; piece++) {
            double from = from(piece);
            double to = to(piece);
            double slope = slopes[piece][unit];
            double intercept = intercepts[piece][unit];
            if (piece > 0 && kinksBelow(slope, intercept, from, true) != before) {
                room[count++] = from;
            }
            before = kinksBelow(slope, intercept, to, false);
            for (int i = 0; i < kinks.length && slope != 0; i++) {
                double x = passing(slope > 0 ? i : kinks.length - 1 - i, slope, intercept);
                if (from < x && x < to && (count == 0 || room[count - 1] < x)) {
                    room[count++] = x;
                }
            }
        }
        return Arrays.copyOf(room, count);
    }

    /** Goes from the weighted inputs of a layer's units to their outputs. */
    void activate() {
        double[] refined = refined();
        double[][] refinedSlopes = new double[refined.length + 1][];
        double[][] refinedIntercepts = new double[refined.length + 1][];
        int coarse = 0;
        for (int piece = 0; piece <= refined.length; piece++) {
            double from = piece == 0 ? low : refined[piece - 1];
            while (coarse < breaks.length && breaks[coarse] <= from) {
                coarse++;
            }
            double[] slopesHere = new double[passings.length];
            double[] interceptsHere = new double[passings.length];
            for (int unit = 0; unit < passings.length; unit++) {
                double slope = slopes[coarse][unit];
                double intercept = intercepts[coarse][unit];
                int active = kinksBelow(slope, intercept, from, true);
                slopesHere[unit] = activationSlopes[active] * slope;
                interceptsHere[unit] = activationSlopes[active] * intercept + activationIntercepts[active];
            }
            refinedSlopes[piece] = slopesHere;
            refinedIntercepts[piece] = interceptsHere;
        }
        breaks = refined;
        slopes = refinedSlopes;
        intercepts = refinedIntercepts;
    }

    /** The breaks and all passings, each once. */
    private double[] refined() {
        int count = breaks.length;
        for (double[] ofUnit : passings) {
            count += ofUnit.length;
        }
        double[] all = Arrays.copyOf(breaks, count);
        count = breaks.length;
        for (double[] ofUnit : passings) {
            System.arraycopy(ofUnit, 0, all, count, ofUnit.length);
            count += ofUnit.length;
        }
        Arrays.sort(all);
        int distinct = 0;
        for (double x : all) {
            if (distinct == 0 || all[distinct - 1] < x) {
                all[distinct++] = x;
            }
        }
        return Arrays.copyOf(all, distinct);
    }

    private double from(int piece) {
        return piece == 0 ? low : breaks[piece - 1];
    }

    private double to(int piece) {
        return piece == breaks.length ? high : breaks[piece];
    }

    /** Where a line takes a kink's value; never a negative zero, which sorting would tell from zero. */
    private double passing(int kink, double slope, double intercept) {
        return (kinks[kink] - intercept) / slope + 0.0;
    }

    /** The number of kinks whose values are below a line's just right or just left of a point. */
    private int kinksBelow(double slope, double intercept, double x, boolean right) {
        int below = 0;
        for (int i = 0; i < kinks.length; i++) {
            boolean isBelow;
            if (slope == 0) {
                isBelow = kinks[i] < intercept;
            } else {
                double passing = passing(i, slope, intercept);
                boolean isLeft = right ? passing <= x : passing < x;
                isBelow = slope > 0 ? isLeft : !isLeft;
            }
            if (isBelow) {
                below++;
            }
        }
        return below;
    }
}

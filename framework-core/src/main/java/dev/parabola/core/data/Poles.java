package dev.parabola.core.data;

import java.util.OptionalDouble;

/**
 * Finds where a target of one input grows without bound between the points at which it was probed: a pole shall not go unnoticed because no
 * probe happens to hit it. Every local maximum of the magnitude is followed down to neighbouring doubles; there it is a pole if the value is
 * infinite, or if the magnitude still grows as a power of the distance where a finite peak, however steep, would have levelled off. What no
 * probe feels, such as 1e-9/(x − 1/3) beside values of 1, is not found.
 */
public final class Poles {
    private static final int CUTS = 32;
    /** Each round narrows the bracket sixteenfold; so many reach neighbouring doubles. */
    private static final int ROUNDS = 16;
    /** Around a pole at 0 doubles are so dense that the distances must end before them. */
    private static final double NEAREST = 0x1p-60;
    /** Nearer to a pole the doubles are too coarse for the distance to be known. */
    private static final int NEAREST_IN_ULPS = 16;
    /** The growth is measured from so many times that distance. */
    private static final double FARTHER = 8;
    /** Over that the magnitude grows by that much: as the distance to the power −0.3 or steeper. */
    private static final double GROWTH = 1.87;
    /** And from the probes on by that much. */
    private static final double GROWTH_IN_ALL = 100;
    /** Neighbours this many times as far apart as usual have something excepted between them. */
    private static final double GAP = 1.5;

    private final double[] inputs;
    private final double[] magnitudes;
    private final double spacing;
    private final TargetValues target;

    private Poles(Samples probed, TargetValues target) {
        this.inputs = probed.inputs();
        this.magnitudes = probed.outputs().clone();
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = Math.abs(magnitudes[i]);
        }
        double narrowest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < inputs.length; i++) {
            narrowest = Math.min(narrowest, inputs[i] - inputs[i - 1]);
        }
        this.spacing = narrowest;
        this.target = target;
    }

    /**
     * Refuses a target of one input that has a pole.
     *
     * @param probed points of one input, ascending, evenly spaced but for gaps, all with finite values
     * @param target the target's values
     * @throws UndefinedTargetException if a pole was found; it says about where
     */
    public static void requireNone(Samples probed, TargetValues target) {
        OptionalDouble pole = new Poles(probed, target).first();
        if (pole.isPresent()) {
            throw new UndefinedTargetException(pole.getAsDouble());
        }
    }

    private OptionalDouble first() {
        for (int i = 0; i < inputs.length; i++) {
            boolean left = i > 0 && inputs[i] - inputs[i - 1] <= GAP * spacing;
            boolean right = i < inputs.length - 1 && inputs[i + 1] - inputs[i] <= GAP * spacing;
            double before = left ? magnitudes[i - 1] : Double.NEGATIVE_INFINITY;
            double after = right ? magnitudes[i + 1] : Double.NEGATIVE_INFINITY;
            boolean peak = magnitudes[i] >= before && magnitudes[i] >= after;
            if (peak && (left || right) && (magnitudes[i] > before || magnitudes[i] > after)) {
                OptionalDouble pole = pole(i, left ? inputs[i - 1] : inputs[i], right ? inputs[i + 1] : inputs[i]);
                if (pole.isPresent()) {
                    return pole;
                }
            }
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble pole(int probe, double from, double to) {
        double low = from;
        double high = to;
        double top = low;
        for (int round = 0; round < ROUNDS && Math.nextUp(low) < high; round++) {
            double[] cuts = new double[CUTS + 1];
            for (int i = 0; i <= CUTS; i++) {
                cuts[i] = low + (high - low) * ((double) i / CUTS);
            }
            double[] values = target.at(cuts, 1);
            int best = 0;
            double largest = -1;
            for (int i = 0; i <= CUTS; i++) {
                double magnitude = Math.abs(values[i]);
                if (Double.isInfinite(magnitude)) {
                    return OptionalDouble.of(cuts[i]);
                }
                if (magnitude > largest) {
                    largest = magnitude;
                    best = i;
                }
            }
            top = cuts[best];
            low = cuts[Math.max(0, best - 1)];
            high = cuts[Math.min(CUTS, best + 1)];
        }
        return growsWithoutBound(probe, top, from, to) ? OptionalDouble.of(top) : OptionalDouble.empty();
    }

    private boolean growsWithoutBound(int probe, double top, double from, double to) {
        double near = Math.max(NEAREST_IN_ULPS * Math.ulp(top), NEAREST * spacing);
        double far = near * FARTHER;
        double nearby = magnitude(top, near, from, to);
        return far < spacing
                && nearby > GROWTH_IN_ALL * magnitudes[probe]
                && nearby >= GROWTH * magnitude(top, far, from, to);
    }

    /** The larger of the two at a distance, of those that lie between the probes. */
    private double magnitude(double top, double distance, double from, double to) {
        double[] around = target.at(new double[] {Math.max(from, top - distance), Math.min(to, top + distance)}, 1);
        double left = top - distance >= from ? Math.abs(around[0]) : 0;
        double right = top + distance <= to ? Math.abs(around[1]) : 0;
        return Math.max(left, right);
    }
}

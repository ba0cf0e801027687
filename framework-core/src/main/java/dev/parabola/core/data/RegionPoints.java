package dev.parabola.core.data;

import dev.parabola.core.study.Interval;
import dev.parabola.core.study.RegionSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The points at which a region is examined: those that the manifest lists, or points spread over its box. One input: 1001 points from end to end. More: 1024 points of J. H. Halton's sequence
 * (1960) in the first prime bases, unscrambled. Points strictly inside the excepted box in every coordinate are left out.
 */
public final class RegionPoints {
    /** No region has more points. */
    public static final int MOST_POINTS = 1024;

    private static final int INTERVALS = 1000;
    private static final int FEWEST_OF_DEFAULT = 10;

    private RegionPoints() {}

    /**
     * A region's points, where they serve: a default region leaves out points where the target is undefined and vanishes with fewer
     * than ten. The training points of each replica are its own, see {@link #training}.
     *
     * @param settings the region
     * @param target the target's values
     * @return the region; empty if it vanishes, if it is explicit and has no point, and for the training points
     * @throws UndefinedTargetException if the region is explicit and the target undefined at a point
     */
    public static Optional<Region> of(RegionSettings settings, TargetValues target) {
        int dimensions = settings.range().size();
        double[] inputs = inputs(settings, dimensions);
        if (inputs.length == 0) {
            return Optional.empty();
        }
        double[] outputs = target.at(inputs, dimensions);
        int kept = 0;
        for (int i = 0; i < outputs.length; i++) {
            double[] point = TargetValues.point(inputs, dimensions, i);
            if (target.isDefined(point, outputs[i])) {
                System.arraycopy(inputs, i * dimensions, inputs, kept * dimensions, dimensions);
                outputs[kept++] = outputs[i];
            } else if (settings.explicit()) {
                throw new UndefinedTargetException(point);
            }
        }
        if (!settings.explicit() && kept < FEWEST_OF_DEFAULT) {
            return Optional.empty();
        }
        return Optional.of(new Region(
                settings.name(), new Samples(Arrays.copyOf(inputs, kept * dimensions), Arrays.copyOf(outputs, kept))));
    }

    /**
     * The training points as a region.
     *
     * @param name the region's name
     * @param samples a replica's training points
     * @param target the target's values
     * @return the points, with the target's values and no noise
     */
    public static Region training(String name, Samples samples, TargetValues target) {
        return new Region(name, new Samples(samples.inputs(), target.at(samples.inputs(), samples.dimensions())));
    }

    private static double[] inputs(RegionSettings settings, int dimensions) {
        if (settings.points() instanceof RegionSettings.Training) {
            return new double[0];
        }
        return settings.points() instanceof RegionSettings.Listed listed
                ? listed.points().stream()
                        .flatMap(List::stream)
                        .mapToDouble(Double::doubleValue)
                        .toArray()
                : outside(settings.except(), all(settings.range()), dimensions);
    }

    private static double[] all(List<Interval> range) {
        int dimensions = range.size();
        if (dimensions == 1) {
            Interval interval = range.get(0);
            double[] inputs = new double[INTERVALS + 1];
            Arrays.setAll(inputs, i -> ((INTERVALS - i) * interval.low() + i * interval.high()) / INTERVALS);
            return inputs;
        }
        int[] bases = primes(dimensions);
        double[] inputs = new double[MOST_POINTS * dimensions];
        for (int i = 0; i < inputs.length; i++) {
            Interval interval = range.get(i % dimensions);
            double share = radicalInverse(i / dimensions + 1, bases[i % dimensions]);
            inputs[i] = interval.low() + share * interval.width();
        }
        return inputs;
    }

    /** The digits of an index mirrored at the point: an exact numerator over an exact power, rounded once. */
    private static double radicalInverse(int index, int base) {
        long mirrored = 0;
        long power = 1;
        for (int rest = index; rest > 0; rest /= base) {
            mirrored = mirrored * base + rest % base;
            power *= base;
        }
        return (double) mirrored / power;
    }

    private static int[] primes(int count) {
        int[] primes = new int[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++) {
            boolean prime = true;
            for (int i = 0; i < found && prime; i++) {
                prime = candidate % primes[i] != 0;
            }
            if (prime) {
                primes[found++] = candidate;
            }
        }
        return primes;
    }

    private static double[] outside(List<Interval> except, double[] inputs, int dimensions) {
        if (except.isEmpty()) {
            return inputs;
        }
        double[] kept = new double[inputs.length];
        int length = 0;
        for (int at = 0; at < inputs.length; at += dimensions) {
            boolean inside = true;
            for (int d = 0; d < dimensions; d++) {
                Interval interval = except.get(d);
                inside &= inputs[at + d] > interval.low() && inputs[at + d] < interval.high();
            }
            if (!inside) {
                System.arraycopy(inputs, at, kept, length, dimensions);
                length += dimensions;
            }
        }
        return Arrays.copyOf(kept, length);
    }
}

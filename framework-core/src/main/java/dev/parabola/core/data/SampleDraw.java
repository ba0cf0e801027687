package dev.parabola.core.data;

import dev.parabola.core.random.Purpose;
import dev.parabola.core.random.RandomStream;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * Draws the training points of a replica. Points and noise depend on the seed and the replica alone, never on the cell: another
 * range rescales the same draws, another noise scales the same draws, and fewer samples are the first ones of the same stream.
 */
public final class SampleDraw {
    private SampleDraw() {}

    /**
     * The training points of a replica.
     *
     * @param seed the study's seed
     * @param replica the replica, from 0
     * @param settings how data is made
     * @param target the target's values
     * @return the samples, noise included
     * @throws UndefinedTargetException if the target is undefined at one of the points
     */
    public static Samples draw(long seed, int replica, DataSettings settings, TargetValues target) {
        double[] inputs = switch (settings.sampling()) {
            case UNIFORM -> uniform(settings, new RandomStream(seed, replica, Purpose.DATA, 0));
            case NORMAL -> normal(settings, new RandomStream(seed, replica, Purpose.DATA, 0));
            case GRID -> grid(settings, new RandomStream(seed, replica, Purpose.ARRANGEMENT, 0));
        };
        int dimensions = settings.range().size();
        double[] outputs = target.at(inputs, dimensions);
        for (int i = 0; i < outputs.length; i++) {
            double[] point = TargetValues.point(inputs, dimensions, i);
            if (!target.isDefined(point, outputs[i])) {
                throw new UndefinedTargetException(point);
            }
        }
        if (settings.noise() > 0) {
            RandomStream noise = new RandomStream(seed, replica, Purpose.NOISE, 0);
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] += settings.noise() * noise.gaussian();
            }
        }
        return new Samples(inputs, outputs);
    }

    private static double[] uniform(DataSettings settings, RandomStream stream) {
        List<Interval> range = settings.range();
        double[] inputs = new double[settings.samples() * range.size()];
        for (int i = 0; i < inputs.length; i++) {
            Interval interval = range.get(i % range.size());
            inputs[i] = interval.low() + stream.uniform() * interval.width();
        }
        return inputs;
    }

    private static double[] normal(DataSettings settings, RandomStream stream) {
        List<Interval> range = settings.range();
        double[] inputs = new double[settings.samples() * range.size()];
        for (int i = 0; i < inputs.length; i++) {
            Interval interval = range.get(i % range.size());
            double quarters;
            do {
                quarters = stream.gaussian();
            } while (Math.abs(quarters) > 2);
            inputs[i] = interval.centre() + interval.width() / 4 * quarters;
        }
        return inputs;
    }

    /** A grid's points, the last input varying fastest, then numbered in a random order of the replica's own. */
    private static double[] grid(DataSettings settings, RandomStream stream) {
        List<Interval> range = settings.range();
        int dimensions = range.size();
        int side = gridSide(settings.samples(), dimensions);
        if (side == 0) {
            throw new UnfitCellException(gridRefusal(settings.samples(), dimensions));
        }
        int[] places = new int[settings.samples()];
        Arrays.setAll(places, i -> i);
        stream.shuffle(places);
        double[] inputs = new double[places.length * dimensions];
        for (int i = 0; i < places.length; i++) {
            int rest = places[i];
            for (int d = dimensions - 1; d >= 0; d--) {
                inputs[i * dimensions + d] = gridCoordinate(range.get(d), rest % side, side);
                rest /= side;
            }
        }
        return inputs;
    }

    private static double gridCoordinate(Interval interval, int place, int side) {
        return side == 1
                ? interval.centre()
                : ((side - 1 - place) * interval.low() + place * interval.high()) / (side - 1);
    }

    /** The number of points of a grid, as far as it is one that can be held. */
    private static long points(int side, int dimensions) {
        long points = 1;
        for (int d = 0; d < dimensions && points <= Integer.MAX_VALUE; d++) {
            points *= side;
        }
        return points;
    }

    /**
     * Why points cannot form a grid.
     *
     * @param samples the number of points
     * @param dimensions the number of inputs
     * @return the reason, in words
     */
    public static String gridRefusal(int samples, int dimensions) {
        int side = 1;
        while (points(side + 1, dimensions) < samples) {
            side++;
        }
        return "a grid in " + dimensions + " inputs has the same number of points in each, so samples may be "
                + points(side, dimensions) + " or " + points(side + 1, dimensions) + ", not " + samples;
    }

    /**
     * The number of grid lines of each input.
     *
     * @param samples the number of points
     * @param dimensions the number of inputs
     * @return the side, whose power is the number of points; 0 if there is none
     */
    public static int gridSide(int samples, int dimensions) {
        for (int side = 1; side <= samples; side++) {
            long points = points(side, dimensions);
            if (points == samples) {
                return side;
            }
            if (points > samples) {
                return 0;
            }
        }
        return 0;
    }
}

package dev.parabola.core.study;

import dev.parabola.core.problem.Position;
import java.util.List;

/**
 * A region of the input space in which trained networks are examined.
 *
 * @param name the region's name; {@code inside} is always there
 * @param range the interval of each input; of a region of points the smallest ones that hold them, of the training points those of the data
 * @param except the box whose interior does not belong to the region, one interval per input; empty if there is none
 * @param points which points of the range are examined
 * @param explicit whether the manifest says so; default regions leave out points where the target is undefined, explicit ones are
 *     refused for such points
 * @param position where the manifest says so; the place of the range for a default region
 */
public record RegionSettings(
        String name, List<Interval> range, List<Interval> except, Points points, boolean explicit, Position position) {
    /** Copies the lists. */
    public RegionSettings {
        range = List.copyOf(range);
        except = List.copyOf(except);
    }

    /**
     * A region that is a box.
     *
     * @param name the region's name
     * @param range the interval of each input
     * @param except the box whose interior does not belong to the region, one interval per input; empty if there is none
     * @param explicit whether the manifest says so
     * @param position where the manifest says so
     */
    public RegionSettings(
            String name, List<Interval> range, List<Interval> except, boolean explicit, Position position) {
        this(name, range, except, new Spread(), explicit, position);
    }

    /** Which points of a region are examined. */
    public sealed interface Points {}

    /** Points spread over all of the range outside the excepted box. */
    public record Spread() implements Points {}

    /** The points that the manifest lists. */
    public record Listed(List<List<Double>> points) implements Points {
        /** Copies the points, each of which has a coordinate for every input. */
        public Listed {
            points = points.stream().map(List::copyOf).toList();
        }
    }

    /** Each replica's own training points, without their noise. */
    public record Training() implements Points {}
}

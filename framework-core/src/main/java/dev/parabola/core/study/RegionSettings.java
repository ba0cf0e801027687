package dev.parabola.core.study;

import dev.parabola.core.problem.Position;
import java.util.List;

/**
 * A region of the input space in which trained networks are examined.
 *
 * @param name the region's name; {@code inside} is always there
 * @param range the interval of each input
 * @param except the box whose interior does not belong to the region, one interval per input; empty if there is none
 * @param explicit whether the manifest says so; default regions leave out points where the target is undefined, explicit ones are
 *     refused for such points
 * @param position where the manifest says so; the place of the range for a default region
 */
public record RegionSettings(
        String name, List<Interval> range, List<Interval> except, boolean explicit, Position position) {
    /** Copies the lists. */
    public RegionSettings {
        range = List.copyOf(range);
        except = List.copyOf(except);
    }
}

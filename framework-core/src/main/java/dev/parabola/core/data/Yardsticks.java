package dev.parabola.core.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What errors are divided by to become an nrmse: the target's standard deviation over the region's points, or over those inside where the
 * region's is less than a thousandth of it, for a flat piece of a function is not judged by its own flatness. A target that is constant inside
 * has no such measure in any region.
 */
public final class Yardsticks {
    private static final double FLAT = 1e-3;

    private Yardsticks() {}

    /**
     * The divisors of a cell.
     *
     * @param regions its regions in the order of the study's; empty where a region does not exist
     * @param inside the place of the region inside among them
     * @return for each region its divisor, greater than 0; empty where there is none
     */
    public static List<OptionalDouble> of(List<Optional<Region>> regions, int inside) {
        return regions.stream()
                .map(region -> region.map(there -> of(there, regions.get(inside).orElse(there)))
                        .orElse(OptionalDouble.empty()))
                .toList();
    }

    private static OptionalDouble of(Region region, Region inside) {
        if (inside.isConstant()) {
            return OptionalDouble.empty();
        }
        boolean flat = region.standardDeviation() < FLAT * inside.standardDeviation();
        return OptionalDouble.of(flat ? inside.standardDeviation() : region.standardDeviation());
    }
}

package dev.parabola.core.training;

import dev.parabola.core.study.Cell;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.RegionSettings;

/** The points at which a network of one input is followed through its training. */
public final class FitPoints {
    /** How many. */
    public static final int COUNT = 201;

    private FitPoints() {}

    /**
     * Points evenly spaced from the least to the greatest end of all regions: ((200 − i) · a + i · b) / 200. Where the regions are one and
     * the same point, the range of the data counts as well.
     *
     * @param cell a cell whose target has one input
     * @return ascending
     */
    public static double[] of(Cell cell) {
        Interval all = cell.regions().get(0).range().get(0);
        for (RegionSettings region : cell.regions()) {
            all = all.union(region.range().get(0));
        }
        if (all.low() == all.high()) {
            all = all.union(cell.data().range().get(0));
        }
        double[] points = new double[COUNT];
        int last = COUNT - 1;
        for (int i = 0; i < COUNT; i++) {
            points[i] = ((last - i) * all.low() + i * all.high()) / last;
        }
        return points;
    }
}

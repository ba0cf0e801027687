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
     * Points evenly spaced from end to end of the cell's widest region, the first of several as wide: ((200 − i) · a + i · b) / 200.
     *
     * @param cell a cell whose target has one input
     * @return ascending
     */
    public static double[] of(Cell cell) {
        Interval widest = cell.regions().get(0).range().get(0);
        for (RegionSettings region : cell.regions()) {
            Interval range = region.range().get(0);
            if (range.width() > widest.width()) {
                widest = range;
            }
        }
        double[] points = new double[COUNT];
        int last = COUNT - 1;
        for (int i = 0; i < COUNT; i++) {
            points[i] = ((last - i) * widest.low() + i * widest.high()) / last;
        }
        return points;
    }
}

package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.Verdict;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * The order in which cells are shown: by what their verdict is worth, then by the median normalised error inside, then by the
 * median error there; cells without one, or whose median trial diverged, after those with one; equal ones by number. It is an order to
 * read them in and no ranking: only comparisons tell cells apart.
 */
public final class BestFirst implements Comparator<CellSummary> {
    private final Comparator<CellSummary> order;

    /**
     * The order of a study's cells.
     *
     * @param inside the place of the region inside among the study's regions
     */
    public BestFirst(int inside) {
        order = Comparator.comparingInt((CellSummary cell) -> place(cell.verdict()))
                .thenComparingDouble(cell ->
                        inside(cell, inside, region -> region.nrmseMedian().orElse(Double.NaN)))
                .thenComparingDouble(cell -> inside(cell, inside, RegionSummary::rmseMedian))
                .thenComparingLong(CellSummary::cell);
    }

    @Override
    public int compare(CellSummary a, CellSummary b) {
        return order.compare(a, b);
    }

    private static int place(Verdict verdict) {
        return switch (verdict) {
            case LEARNED -> 0;
            case INTERPOLATES -> 1;
            case OPEN -> 2;
            case UNDECIDABLE -> 3;
            case MEMORIZES -> 4;
            case UNDERFITS -> 5;
            case BROKEN -> 6;
        };
    }

    /** NaN, which comes after every number, where there is none. */
    private static double inside(CellSummary cell, int inside, ToDoubleFunction<RegionSummary> figure) {
        return cell.regions().get(inside).map(figure::applyAsDouble).orElse(Double.NaN);
    }
}

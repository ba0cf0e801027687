package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.Verdict;
import java.util.List;

/**
 * What became of a cell, as far as sentences on factors must know.
 *
 * @param levels the text of each factor's level
 * @param completed how many of its trials completed
 * @param diverged how many diverged
 * @param verdict what they say
 */
public record CellOutcome(List<String> levels, int completed, int diverged, Verdict verdict) {
    /** Copies the levels. */
    public CellOutcome {
        levels = List.copyOf(levels);
    }

    /**
     * The outcome of a cell.
     *
     * @param cell its summary
     * @return what became of it
     */
    public static CellOutcome of(CellSummary cell) {
        return new CellOutcome(cell.levels(), cell.completed(), cell.diverged(), cell.verdict());
    }
}

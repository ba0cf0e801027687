package dev.parabola.cli;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectsReader;
import dev.parabola.core.results.RunDescription;
import dev.parabola.core.results.RunDescription.FactorDescription;
import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.StorageException;
import dev.parabola.core.results.SummaryReader;
import dev.parabola.core.statistics.BestFirst;
import dev.parabola.core.statistics.CellOutcomes;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What a finished run's folder says of its cells: how many came to what, and the best of them. Memory holds no more than those. */
final class FinishedRun {
    private final Path folder;
    private final RunDescription description;
    private final List<String> regions;
    private final CellName names;
    private final int inside;
    private final List<CellSummary> best = new ArrayList<>();
    private final CellOutcomes outcomes;
    private final List<EffectRow> effects;
    private boolean isRelative;
    private boolean isRelativeEverywhere = true;
    private long completed;
    private long diverged;
    private long failed;

    private FinishedRun(Path folder, RunDescription description, SummaryReader cells, int top) {
        this.folder = folder;
        this.description = description;
        regions = cells.regions();
        names = new CellName(cells.factors());
        inside = regions.indexOf(Study.INSIDE);
        outcomes = new CellOutcomes(description);
        Comparator<CellSummary> order = new BestFirst(inside);
        PriorityQueue<CellSummary> worstFirst = new PriorityQueue<>(order.reversed());
        while (cells.hasNext()) {
            CellSummary cell = cells.next();
            count(cell);
            outcomes.add(cell);
            isRelative |= cell.regions()
                    .get(inside)
                    .map(region -> region.nrmseMedian().isPresent())
                    .orElse(false);
            isRelativeEverywhere &= cell.regions()
                    .get(inside)
                    .map(region -> region.nrmseMedian().isPresent())
                    .orElse(true);
            if (cell.chosen().orElse(true)) {
                worstFirst.add(cell);
                if (worstFirst.size() > top) {
                    worstFirst.remove();
                }
            }
        }
        if (cells.count() < description.cells()) {
            throw StorageException.damaged(RunFile.SUMMARY.in(folder), "it ends before cell " + cells.count());
        }
        effects = EffectsReader.read(folder);
        best.addAll(worstFirst);
        best.sort(order);
    }

    /**
     * Reads a run.
     *
     * @param folder the run folder
     * @param top how many cells are wanted, at least 1
     * @return the run
     */
    static FinishedRun read(Path folder, int top) {
        RunDescription description = RunDescription.read(folder);
        try (SummaryReader cells = SummaryReader.open(folder)) {
            if (!cells.regions().contains(Study.INSIDE)
                    || !cells.factors()
                            .equals(description.factors().stream()
                                    .map(FactorDescription::name)
                                    .toList())) {
                throw StorageException.damaged(RunFile.SUMMARY.in(folder), "its columns are not those of the study");
            }
            return new FinishedRun(folder, description, cells, top);
        }
    }

    Path folder() {
        return folder;
    }

    RunDescription description() {
        return description;
    }

    List<String> regions() {
        return regions;
    }

    CellName names() {
        return names;
    }

    /** The place of the region inside. */
    int inside() {
        return inside;
    }

    /** The best of the cells that are compared, best first. */
    List<CellSummary> best() {
        return Collections.unmodifiableList(best);
    }

    /** The number of cells that are compared: all, or those with the best levels of what is tuned. */
    long compared() {
        return outcomes.compared();
    }

    long completed() {
        return completed;
    }

    long diverged() {
        return diverged;
    }

    long failed() {
        return failed;
    }

    /** Whether the errors inside have a spread of the target to be relative to, in any cell. */
    boolean isRelative() {
        return isRelative;
    }

    /** Whether they have in every cell that has errors. */
    boolean isRelativeEverywhere() {
        return isRelativeEverywhere;
    }

    /** The effects of all regions; none where the study is too large for them. */
    List<EffectRow> effects() {
        return effects;
    }

    /** What became of the cells that are compared. */
    CellOutcomes outcomes() {
        return outcomes;
    }

    /** The factors with the text of each level. */
    List<Factor> factors() {
        return outcomes.factors();
    }

    private void count(CellSummary cell) {
        completed += cell.completed();
        diverged += cell.diverged();
        failed += cell.failed();
    }
}

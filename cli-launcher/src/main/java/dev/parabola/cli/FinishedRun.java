package dev.parabola.cli;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectsReader;
import dev.parabola.core.results.RunDescription;
import dev.parabola.core.results.RunDescription.FactorDescription;
import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.StorageException;
import dev.parabola.core.results.SummaryReader;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.statistics.BestFirst;
import dev.parabola.core.statistics.CellOutcome;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** What a finished run's folder says of its cells: how many came to what, and the best of them. Memory holds no more than those. */
final class FinishedRun {
    private static final long MOST_OUTCOMES = 100_000;

    private final Path folder;
    private final RunDescription description;
    private final List<String> regions;
    private final CellName names;
    private final int inside;
    private final List<CellSummary> best = new ArrayList<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final List<List<String>> levels = new ArrayList<>();
    private final List<CellOutcome> outcomes = new ArrayList<>();
    private final List<EffectRow> effects;
    private long completed;
    private long diverged;
    private long failed;

    private FinishedRun(Path folder, RunDescription description, SummaryReader cells, int top) {
        this.folder = folder;
        this.description = description;
        regions = cells.regions();
        names = new CellName(cells.factors());
        inside = regions.indexOf(Study.INSIDE);
        description.factors().forEach(factor -> levels.add(new ArrayList<>()));
        Comparator<CellSummary> order = new BestFirst(inside);
        PriorityQueue<CellSummary> worstFirst = new PriorityQueue<>(order.reversed());
        while (cells.hasNext()) {
            CellSummary cell = cells.next();
            count(cell);
            if (cell.chosen().orElse(true)) {
                verdicts.merge(cell.verdict(), 1, Integer::sum);
                if (description.cells() <= MOST_OUTCOMES) {
                    outcomes.add(CellOutcome.of(cell));
                }
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

    /** Those of the cells that are compared. */
    Collection<Verdict> verdicts() {
        List<Verdict> each = new ArrayList<>();
        verdicts.forEach((verdict, count) -> each.addAll(Collections.nCopies(count, verdict)));
        return each;
    }

    /** The number of cells that are compared: all, or those with the best levels of what is tuned. */
    long compared() {
        return verdicts.values().stream().mapToLong(Integer::longValue).sum();
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

    /** The effects of all regions; none where the study is too large for them. */
    List<EffectRow> effects() {
        return effects;
    }

    /** What the cells that are compared came to; none of studies with more than {@link #MOST_OUTCOMES} cells. */
    List<CellOutcome> outcomes() {
        return Collections.unmodifiableList(outcomes);
    }

    /** The factors with the text of each level. */
    List<Factor> factors() {
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            FactorDescription factor = description.factors().get(i);
            factors.add(new Factor(factor.name(), levels.get(i), factor.tuned()));
        }
        return factors;
    }

    private void count(CellSummary cell) {
        completed += cell.completed();
        diverged += cell.diverged();
        failed += cell.failed();
        List<Integer> numbers = description.levels(cell.cell());
        for (int i = 0; i < levels.size(); i++) {
            if (numbers.get(i) == levels.get(i).size()) {
                levels.get(i).add(cell.levels().get(i));
            }
        }
    }
}

package dev.parabola.report;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.RunDescription;
import dev.parabola.core.results.RunDescription.FactorDescription;
import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.RunTable;
import dev.parabola.core.results.StorageException;
import dev.parabola.core.results.SummaryReader;
import dev.parabola.core.statistics.BestFirst;
import dev.parabola.core.statistics.CellOutcomes;
import dev.parabola.core.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The run that is reported: what it was made from, and its cells.
 *
 * @param folder the run folder
 * @param description what it was made from
 * @param regions the names of the regions
 * @param cells the first cells
 * @param outcomes what became of all cells
 */
record ReportedRun(
        Path folder,
        RunDescription description,
        List<String> regions,
        List<ReportedCell> cells,
        CellOutcomes outcomes) {
    /** More cells than anybody compares by eye; their tables are in the CSV files. */
    static final int MOST_CELLS = 200;

    static ReportedRun read(Path folder) {
        RunDescription description = RunDescription.read(folder);
        try (SummaryReader summaries = SummaryReader.open(folder)) {
            if (!summaries.regions().contains(Study.INSIDE)
                    || !summaries
                            .factors()
                            .equals(description.factors().stream()
                                    .map(FactorDescription::name)
                                    .toList())) {
                throw StorageException.damaged(RunFile.SUMMARY.in(folder), "its columns are not those of the study");
            }
            List<ReportedCell> cells = new ArrayList<>();
            CellOutcomes outcomes = new CellOutcomes(description);
            while (summaries.hasNext()) {
                CellSummary summary = summaries.next();
                outcomes.add(summary);
                if (cells.size() < MOST_CELLS) {
                    cells.add(ReportedCell.of(summary, description));
                }
            }
            if (summaries.count() < description.cells()) {
                throw StorageException.damaged(RunFile.SUMMARY.in(folder), "it ends before cell " + summaries.count());
            }
            return new ReportedRun(folder, description, summaries.regions(), List.copyOf(cells), outcomes);
        }
    }

    static RunTable required(Path folder, String file) {
        return RunTable.open(folder, file)
                .orElseThrow(() -> StorageException.damaged(folder.resolve(file), "it is missing"));
    }

    /** The text of each level that a reported cell has, by factor. */
    List<List<String>> levels() {
        List<List<String>> levels = new ArrayList<>();
        List<FactorDescription> factors = description.factors();
        for (int factor = 0; factor < factors.size(); factor++) {
            List<String> texts = new ArrayList<>();
            for (ReportedCell cell : cells) {
                if (cell.levelNumbers().get(factor) == texts.size()) {
                    texts.add(cell.levels().get(factor));
                }
            }
            levels.add(texts);
        }
        return levels;
    }

    /** The place among the regions of the one that every study has. */
    int inside() {
        return regions.indexOf(Study.INSIDE);
    }

    /** The cells in the order to read them in; after those that the study compares, those with levels that were not chosen. */
    List<ReportedCell> bestFirst() {
        return cells.stream()
                .sorted(Comparator.comparing((ReportedCell cell) -> !cell.isHeadlined())
                        .thenComparing(ReportedCell::summary, new BestFirst(inside())))
                .toList();
    }

    boolean isShown(long cell) {
        return cell < cells.size();
    }
}

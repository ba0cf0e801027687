package dev.parabola.report;

import dev.parabola.core.results.RunDescription;
import dev.parabola.core.results.RunDescription.FactorDescription;
import dev.parabola.core.results.RunTable;
import dev.parabola.core.results.StorageException;
import dev.parabola.core.results.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The run that is reported: what it was made from, and its cells.
 *
 * @param folder the run folder
 * @param description what it was made from
 * @param regions the names of the regions
 * @param cells the first cells
 */
record ReportedRun(Path folder, RunDescription description, List<String> regions, List<ReportedCell> cells) {
    /** More cells than anybody compares by eye; their tables are in the CSV files. */
    static final int MOST_CELLS = 200;

    /** Verdicts by what they are worth, to order cells by. */
    static final List<String> VERDICTS_BEST_FIRST = Stream.of(
                    Verdict.LEARNED,
                    Verdict.INTERPOLATES,
                    Verdict.OPEN,
                    Verdict.UNDECIDABLE,
                    Verdict.MEMORIZES,
                    Verdict.UNDERFITS,
                    Verdict.BROKEN)
            .map(Verdict::text)
            .toList();

    private static final String INSIDE = "inside";
    private static final String SUMMARY = "summary.csv";
    private static final String RATE = ".success_rate";
    private static final String SUCCESSES = ".successes";

    static ReportedRun read(Path folder) {
        RunDescription description = RunDescription.read(folder);
        try (RunTable table = required(folder, SUMMARY)) {
            List<String> regions = table.columns().stream()
                    .filter(column -> column.endsWith(RATE))
                    .map(column -> column.substring(0, column.length() - RATE.length()))
                    .toList();
            List<ReportedCell> cells = new ArrayList<>();
            while (cells.size() < MOST_CELLS && table.next()) {
                cells.add(cell(table, description, regions, cells.size()));
            }
            if (cells.size() < Math.min(description.cells(), MOST_CELLS)) {
                throw table.damaged("it ends before cell " + cells.size());
            }
            return new ReportedRun(folder, description, regions, List.copyOf(cells));
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
        return Math.max(0, regions.indexOf(INSIDE));
    }

    /**
     * The cells that the study compares in the order to read them in: by what their verdict is worth, then by the median error
     * inside, those whose median trial diverged last. It is no ranking: only comparisons tell cells apart.
     */
    List<ReportedCell> bestFirst() {
        return cells.stream()
                .sorted(Comparator.comparing((ReportedCell cell) -> !cell.isHeadlined())
                        .thenComparingInt(cell -> VERDICTS_BEST_FIRST.indexOf(cell.verdict()))
                        .thenComparingDouble(cell -> inside(cell, RegionResult::nrmse))
                        .thenComparingDouble(cell -> inside(cell, RegionResult::median))
                        .thenComparingInt(ReportedCell::number))
                .toList();
    }

    /** NaN, which comes after every number, where there is none. */
    private double inside(ReportedCell cell, ToDoubleFunction<RegionResult> figure) {
        return cell.regions().get(inside()).map(figure::applyAsDouble).orElse(Double.NaN);
    }

    boolean isShown(int cell) {
        return cell < cells.size();
    }

    private static ReportedCell cell(RunTable table, RunDescription description, List<String> regions, int number) {
        if (table.count(table.required("cell")) != number) {
            throw table.damaged("cell " + number + " is missing");
        }
        List<String> levels = new ArrayList<>();
        for (FactorDescription factor : description.factors()) {
            levels.add(table.text(table.required(factor.name())));
        }
        int completed = table.count(table.required("completed"));
        int diverged = table.count(table.required("diverged"));
        List<Optional<RegionResult>> results = new ArrayList<>();
        for (String region : regions) {
            results.add(region(table, region, completed + diverged));
        }
        return new ReportedCell(
                number,
                levels,
                description.levels(number),
                CellLabel.of(description.factors(), levels),
                description.cell(number),
                completed,
                diverged,
                table.count(table.required("failed")),
                table.number(table.column("parameters")),
                results,
                table.number(table.column("floor")),
                table.text(table.column("chosen")),
                table.text(table.column("verdict")),
                table.text(table.column("cause")));
    }

    private static Optional<RegionResult> region(RunTable table, String region, int trials) {
        double rate = table.number(table.required(region + RATE));
        if (Double.isNaN(rate)) {
            return Optional.empty();
        }
        int successes = table.column(region + SUCCESSES);
        return Optional.of(new RegionResult(
                // Folders of before had no counts.
                successes == RunTable.ABSENT ? (int) Math.rint(rate * trials) : table.count(successes),
                trials,
                table.number(table.required(region + ".success_low")),
                table.number(table.required(region + ".success_high")),
                table.number(table.required(region + ".rmse.p25")),
                table.number(table.required(region + ".rmse.median")),
                table.number(table.required(region + ".rmse.p75")),
                table.number(table.required(region + ".nrmse.median"))));
    }
}

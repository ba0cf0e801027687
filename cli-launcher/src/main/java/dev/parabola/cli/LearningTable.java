package dev.parabola.cli;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.Success;
import dev.parabola.core.text.Numbers;
import dev.parabola.core.text.OneLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was learned: a line per cell, for each region how many of its trials learned it and their median error. */
final class LearningTable {
    private static final int MOST_CELLS = 40;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private final Study study;
    private final List<CellSummary> shown = new ArrayList<>();

    LearningTable(Study study) {
        this.study = study;
    }

    /** Adds a cell; only the first ones are shown. */
    void add(CellSummary cell) {
        if (shown.size() < MOST_CELLS) {
            shown.add(cell);
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        study.question().ifPresent(question -> lines.addAll(List.of(OneLine.of(question), "")));
        Table table = new Table();
        table.add(header());
        shown.forEach(cell -> table.add(row(cell)));
        lines.addAll(table.lines());
        if (study.cells() > shown.size()) {
            lines.add("  … and " + (study.cells() - shown.size()) + " cells more in summary.csv");
        }
        lines.add("");
        lines.add("learned: " + limits(study.success()) + ", with Wilson's 95 % interval; rmse: the median");
        return lines;
    }

    private String[] header() {
        List<String> header = new ArrayList<>();
        if (study.factors().isEmpty()) {
            header.add("cell");
        }
        study.factors().forEach((Factor factor) -> header.add(OneLine.of(factor.name())));
        for (String region : study.regionNames()) {
            header.add(region + " learned");
            header.add(region + " rmse");
        }
        return header.toArray(String[]::new);
    }

    private String[] row(CellSummary cell) {
        List<String> row = new ArrayList<>();
        if (study.factors().isEmpty()) {
            row.add(Long.toString(cell.cell()));
        }
        cell.levels().forEach(level -> row.add(OneLine.of(level)));
        int trials = cell.completed() + cell.diverged();
        for (Optional<RegionSummary> region : cell.regions()) {
            row.add(region.map(summary -> learned(summary, trials)).orElse("–"));
            row.add(region.map(summary -> shortened(summary.rmseMedian())).orElse("–"));
        }
        return row.toArray(String[]::new);
    }

    private static String learned(RegionSummary region, int trials) {
        return Math.round(region.successRate() * trials) + "/" + trials + " [" + percent(region.successLow()) + ", "
                + percent(region.successHigh()) + "] %";
    }

    private static String percent(double share) {
        return Long.toString(Math.round(share * 100));
    }

    private static String shortened(double error) {
        if (!Double.isFinite(error)) {
            return Numbers.text(error);
        }
        return Numbers.setting(new BigDecimal(error).round(THREE_DIGITS).doubleValue());
    }

    private static String limits(Success success) {
        List<String> limits = new ArrayList<>();
        success.nrmse().ifPresent(limit -> limits.add("nrmse ≤ " + Numbers.setting(limit)));
        success.rmse().ifPresent(limit -> limits.add("rmse ≤ " + Numbers.setting(limit)));
        success.maxError().ifPresent(limit -> limits.add("max_error ≤ " + Numbers.setting(limit)));
        return String.join(" and ", limits);
    }
}

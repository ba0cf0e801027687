package dev.parabola.cli;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.ComparisonsReader;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectsReader;
import dev.parabola.core.results.PredictionReader;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.statistics.Answer;
import dev.parabola.core.statistics.CellOutcome;
import dev.parabola.core.statistics.EffectSentence;
import dev.parabola.core.statistics.Interactions;
import dev.parabola.core.statistics.Standing;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.Success;
import dev.parabola.core.text.Numbers;
import dev.parabola.core.text.OneLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A study's answer: a sentence, a line per cell with its verdict and how many trials learned each region, and what is behind it. */
final class LearningTable {
    private static final int MOST_CELLS = 40;
    private static final int MOST_EXPLAINED = 12;
    private static final int MOST_EFFECTS = 15;

    private final Study study;
    private final int inside;
    private final List<CellSummary> shown = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<CellOutcome> outcomes = new ArrayList<>();

    LearningTable(Study study) {
        this.study = study;
        inside = study.regionNames().indexOf(Study.INSIDE);
    }

    /** Adds a cell; of those that are compared, the first ones are shown. */
    void add(CellSummary cell) {
        if (!cell.chosen().orElse(true)) {
            return;
        }
        verdicts.add(cell.verdict());
        outcomes.add(CellOutcome.of(cell));
        if (shown.size() < MOST_CELLS) {
            shown.add(cell);
        }
    }

    /** The answer, with sketches of the fits from a run's predictions. */
    List<String> lines(Path folder) {
        List<String> lines = new ArrayList<>();
        study.question().ifPresent(question -> lines.add(OneLine.of(question)));
        EffectSentence.of(EffectsReader.read(folder), study.factors(), outcomes).ifPresent(lines::add);
        lines.addAll(List.of(Answer.sentence(verdicts, study.regionNames().size()), ""));
        Table table = new Table();
        table.add(header());
        shown.forEach(cell -> table.add(row(cell)));
        lines.addAll(table.lines());
        if (verdicts.size() > shown.size()) {
            lines.add("  … and " + (verdicts.size() - shown.size()) + " cells more in summary.csv");
        }
        lines.add("");
        lines.addAll(explanations(folder));
        lines.addAll(effects(folder));
        lines.add("learned: " + limits(study.success())
                + ", more often than not: the exact 95 % interval lies above 50 %; rmse: the median");
        if (verdicts.size() < study.cells()) {
            lines.add("shown: of " + study.cells() + " cells those with the best levels of what is tuned");
        }
        return lines;
    }

    private List<String> explanations(Path folder) {
        if (shown.size() > MOST_EXPLAINED) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        Optional<PredictionReader> predictions =
                study.maxInputs() == 1 ? Optional.of(new PredictionReader(folder, study)) : Optional.empty();
        try {
            for (CellSummary cell : shown) {
                lines.add("  " + name(cell) + ": " + cell.verdict().text()
                        + (cell.cause().isEmpty() ? "" : "; " + OneLine.of(cell.cause())));
                predictions
                        .flatMap(table -> Sketch.of(table.cell(cell.cell())))
                        .ifPresent(sketch -> sketch.lines().forEach(line -> lines.add("    " + line)));
            }
        } finally {
            predictions.ifPresent(PredictionReader::close);
        }
        lines.add("");
        return lines;
    }

    /** What the compared factors do to the error inside, over all settings of the others. */
    private List<String> effects(Path folder) {
        List<EffectRow> effects = EffectsReader.read(folder).stream()
                .filter(effect ->
                        effect.region().equals(Study.INSIDE) && effect.tests().isPresent())
                .toList();
        if (effects.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("ratios of the error inside, paired by replica over all settings of the other factors;"
                + " told apart: Holm's adjusted p < 0.05");
        Table table = new Table();
        effects.stream()
                .limit(MOST_EFFECTS)
                .forEach(effect -> table.add(
                        OneLine.of(effect.factor()),
                        OneLine.of(effect.levelA()) + " : " + OneLine.of(effect.levelB()),
                        ratio(effect.tests().orElseThrow()),
                        toldApart(effect)));
        lines.addAll(table.lines());
        if (effects.size() > MOST_EFFECTS) {
            lines.add("  … and " + (effects.size() - MOST_EFFECTS) + " pairs of levels more in effects.csv");
        }
        Interactions.of(ComparisonsReader.read(folder), study.factors(), Study.INSIDE).stream()
                .limit(MOST_EFFECTS)
                .forEach(interaction -> lines.add("  " + interaction.sentence(study.factors())));
        lines.add("");
        return lines;
    }

    private static String ratio(EffectRow.Tests tests) {
        return "× " + Numbers.rounded(tests.ratio()) + " [" + Numbers.rounded(tests.low()) + ", "
                + Numbers.rounded(tests.high()) + "]";
    }

    private static String toldApart(EffectRow effect) {
        String better = effect.better()
                .map(level -> OneLine.of(level) + " better")
                .orElse(effect.isToldApart() ? "told apart" : "not told apart");
        return effect.contextsReversed() == 0
                ? better
                : better + ", the other way in " + effect.contextsReversed() + " of " + effect.contexts();
    }

    private static String name(CellSummary cell) {
        return cell.levels().isEmpty() ? "cell " + cell.cell() : OneLine.of(String.join(", ", cell.levels()));
    }

    private String[] header() {
        List<String> header = new ArrayList<>();
        if (study.factors().isEmpty()) {
            header.add("cell");
        }
        study.factors().forEach((Factor factor) -> header.add(OneLine.of(factor.name())));
        header.add("verdict");
        header.addAll(study.regionNames());
        header.add(Study.INSIDE + " rmse");
        return header.toArray(String[]::new);
    }

    private String[] row(CellSummary cell) {
        List<String> row = new ArrayList<>();
        if (study.factors().isEmpty()) {
            row.add(Long.toString(cell.cell()));
        }
        cell.levels().forEach(level -> row.add(OneLine.of(level)));
        row.add(cell.verdict().text());
        for (Optional<RegionSummary> region : cell.regions()) {
            row.add(region.map(Standing::text).orElse("–"));
        }
        row.add(cell.regions()
                .get(inside)
                .map(region -> Numbers.rounded(region.rmseMedian()))
                .orElse("–"));
        return row.toArray(String[]::new);
    }

    private static String limits(Success success) {
        List<String> limits = new ArrayList<>();
        success.nrmse().ifPresent(limit -> limits.add("nrmse ≤ " + Numbers.setting(limit)));
        success.rmse().ifPresent(limit -> limits.add("rmse ≤ " + Numbers.setting(limit)));
        success.maxError().ifPresent(limit -> limits.add("max_error ≤ " + Numbers.setting(limit)));
        return String.join(" and ", limits);
    }
}

package dev.parabola.cli;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.PredictionReader;
import dev.parabola.core.text.Counted;
import dev.parabola.core.text.Numbers;
import dev.parabola.core.text.OneLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A finished run's answer: a sentence, the best cells with their verdicts and how many trials learned each region, and what is behind it. */
final class AnswerText {
    private static final int MOST_EXPLAINED = 12;

    private final FinishedRun run;
    private final Screen screen;
    private final Palette palette;

    AnswerText(FinishedRun run, Screen screen) {
        this.run = run;
        this.screen = screen;
        palette = new Palette(screen.colors());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        run.description().question().ifPresent(question -> lines.addAll(paragraph(OneLine.of(question))));
        run.outcomes().effectSentence(run.effects()).ifPresent(sentence -> lines.addAll(paragraph(sentence)));
        lines.addAll(
                paragraph(palette.heading(run.outcomes().answer(run.regions().size()))));
        lines.add("");
        CellTable table = new CellTable(run, palette);
        CellTable.Layout layout = table.layout(screen.columns());
        boolean isExplained = run.best().size() <= MOST_EXPLAINED;
        if (layout == CellTable.Layout.BLOCKS) {
            lines.addAll(blocks(true, isExplained));
            lines.addAll(rest());
        } else {
            lines.addAll(table.lines(layout, screen.columns()));
            lines.addAll(rest());
            lines.add("");
            lines.addAll(isExplained ? blocks(false, true) : List.of());
        }
        lines.add("");
        lines.addAll(new EffectLines(run).lines(screen.columns()));
        lines.addAll(new FailureLines(run).lines(screen.columns()));
        lines.addAll(paragraph(legend(layout)));
        long cells = run.description().cells();
        if (run.compared() < cells) {
            lines.addAll(paragraph(
                    "shown: of " + Counted.of(cells, "cell") + " those with the best levels of what is tuned"));
        }
        return withoutDoubleBlanks(lines);
    }

    private List<String> rest() {
        long more = run.compared() - run.best().size();
        return more == 0
                ? List.of()
                : Wrapped.text("… and " + Counted.of(more, "cell") + " more in summary.csv", 2, 4, screen.columns());
    }

    private List<String> blocks(boolean withRegions, boolean isExplained) {
        Map<Long, Sketch> sketches = isExplained ? sketches() : Map.of();
        List<String> lines = new ArrayList<>();
        for (CellSummary cell : run.best()) {
            lines.addAll(new CellBlock(run, cell, palette)
                    .lines(screen.columns(), withRegions, isExplained, Optional.ofNullable(sketches.get(cell.cell()))));
        }
        return lines;
    }

    /** The table of predictions is read once, from its first cell on. */
    private Map<Long, Sketch> sketches() {
        Map<Long, Sketch> sketches = new HashMap<>();
        Optional<PredictionReader> predictions = PredictionReader.open(run.folder());
        try {
            predictions.ifPresent(table -> run.best().stream()
                    .map(CellSummary::cell)
                    .sorted()
                    .forEach(cell -> Sketch.of(table.cell(cell)).ifPresent(sketch -> sketches.put(cell, sketch))));
        } finally {
            predictions.ifPresent(PredictionReader::close);
        }
        return sketches;
    }

    private String legend(CellTable.Layout layout) {
        String limits = run.description().success().entrySet().stream()
                .map(limit -> limit.getKey() + " ≤ " + Numbers.setting(limit.getValue()))
                .collect(Collectors.joining(" and "));
        boolean isShort = layout == CellTable.Layout.SHORT;
        return (isShort ? "yes: " : "learned: ") + limits + ", more often than not: the "
                + Wrapped.together("95 % interval") + " lies above " + Wrapped.together("50 %") + "; "
                + (isShort ? "nrmse: the median" : "rmse, nrmse: medians");
    }

    private List<String> paragraph(String text) {
        return Wrapped.text(text, 0, 0, screen.columns());
    }

    private static List<String> withoutDoubleBlanks(List<String> lines) {
        List<String> single = new ArrayList<>();
        for (String line : lines) {
            if (!line.isEmpty()
                    || (!single.isEmpty() && !single.get(single.size() - 1).isEmpty())) {
                single.add(line);
            }
        }
        return single;
    }
}

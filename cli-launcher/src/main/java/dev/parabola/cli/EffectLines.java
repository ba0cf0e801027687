package dev.parabola.cli;

import dev.parabola.core.results.ComparisonsReader;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.statistics.Interactions;
import dev.parabola.core.study.Study;
import dev.parabola.core.text.Counted;
import dev.parabola.core.text.Numbers;
import dev.parabola.core.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the compared factors do to the error inside, over all settings of the others. */
final class EffectLines {
    private static final int MOST_EFFECTS = 15;

    private final FinishedRun run;

    EffectLines(FinishedRun run) {
        this.run = run;
    }

    List<String> lines(OptionalInt columns) {
        List<EffectRow> effects = run.effects().stream()
                .filter(effect ->
                        effect.region().equals(Study.INSIDE) && effect.tests().isPresent())
                .toList();
        if (effects.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Wrapped.text(
                "ratios of the " + error()
                        + " inside, paired by replica over all settings of the other factors; told apart: Holm's adjusted "
                        + Wrapped.together("p < 0.05"),
                0,
                0,
                columns));
        Table table = new Table();
        effects.stream()
                .limit(MOST_EFFECTS)
                .forEach(effect -> table.add(
                        run.names().factor(effect.factor()),
                        OneLine.of(effect.levelA()) + " : " + OneLine.of(effect.levelB()),
                        ratio(effect.tests().orElseThrow()),
                        toldApart(effect)));
        lines.addAll(table.lines(columns));
        int more = effects.size() - MOST_EFFECTS;
        if (more > 0) {
            lines.addAll(Wrapped.text(
                    "… and " + Counted.of(more, "pair") + " of levels more in effects.csv", 2, 4, columns));
        }
        Interactions.of(ComparisonsReader.read(run.folder()), run.factors(), Study.INSIDE).stream()
                .limit(MOST_EFFECTS)
                .forEach(interaction -> lines.addAll(Wrapped.text(interaction.sentence(run.factors()), 2, 4, columns)));
        lines.add("");
        return lines;
    }

    /** Where the target is constant in every cell there is no nrmse to compare. */
    private String error() {
        return run.isRelative() ? "nrmse" : "rmse";
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
}

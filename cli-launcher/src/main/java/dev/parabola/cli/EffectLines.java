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
                        ratio(effect),
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

    /** Where the target is constant there is no nrmse to compare. */
    private String error() {
        if (!run.isRelative()) {
            return "rmse";
        }
        return run.isRelativeEverywhere() ? "nrmse" : "nrmse (of the rmse where the target is constant)";
    }

    /** An interval from 0 to 0 would be sure of what nobody has measured. */
    private String ratio(EffectRow effect) {
        EffectRow.Tests tests = effect.tests().orElseThrow();
        if (tests.ratio() == 0 || Double.isInfinite(tests.ratio())) {
            return "– (" + run.outcomes().beyondRatio(effect) + ")";
        }
        return "× " + Numbers.rounded(tests.ratio()) + " [" + Numbers.rounded(tests.low()) + ", "
                + Numbers.rounded(tests.high()) + "]";
    }

    private static String toldApart(EffectRow effect) {
        String better = effect.better()
                .map(level -> OneLine.of(level) + " better")
                .orElse(effect.isAsGood() ? "as good" : effect.isToldApart() ? "told apart" : "not told apart");
        return effect.contextsReversed() == 0
                ? better
                : better + ", the other way in " + effect.contextsReversed() + " of " + effect.contexts();
    }
}

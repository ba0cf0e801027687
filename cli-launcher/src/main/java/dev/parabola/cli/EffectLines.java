package dev.parabola.cli;

import dev.parabola.core.results.ComparisonsReader;
import dev.parabola.core.statistics.FactorEffect;
import dev.parabola.core.statistics.FactorEffects;
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
        List<FactorEffect> effects = FactorEffects.of(ComparisonsReader.read(run.folder()), run.factors()).stream()
                .filter(effect -> effect.region().equals(Study.INSIDE))
                .toList();
        if (effects.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Wrapped.text(
                "ratios of the error inside, paired by replica; told apart: Holm's adjusted "
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
                        "× " + Numbers.rounded(effect.medianRatio()),
                        toldApart(effect)));
        lines.addAll(table.lines(columns));
        int more = effects.size() - MOST_EFFECTS;
        if (more > 0) {
            lines.addAll(Wrapped.text(
                    "… and " + Counted.of(more, "pair") + " of levels more in comparisons.csv", 2, 4, columns));
        }
        lines.add("");
        return lines;
    }

    private static String toldApart(FactorEffect effect) {
        if (effect.betterA() + effect.betterB() == 0) {
            return "not told apart" + of(effect.contexts());
        }
        List<String> parts = new ArrayList<>();
        if (effect.betterA() > 0) {
            parts.add(OneLine.of(effect.levelA()) + " better in " + effect.betterA());
        }
        if (effect.betterB() > 0) {
            parts.add(OneLine.of(effect.levelB()) + " better in " + effect.betterB());
        }
        return String.join(", ", parts) + of(effect.contexts());
    }

    private static String of(int contexts) {
        return contexts == 1 ? "" : " of " + contexts;
    }
}

package dev.parabola.report;

import dev.parabola.core.results.EffectRow;
import dev.parabola.core.statistics.Standing;
import java.util.ArrayList;
import java.util.List;

/** The answer in sentences, as the terminal has them; of a single cell with the counts that it rests on. */
final class Headline {
    private Headline() {}

    /** First what the error depends on, where anything was compared; then what became of the cells. */
    static List<String> of(ReportedRun run, List<EffectRow> effects) {
        List<String> sentences = new ArrayList<>();
        run.outcomes().effectSentence(effects).ifPresent(sentences::add);
        String answer = run.outcomes().answer(run.regions().size());
        sentences.add(
                run.outcomes().compared() == 1
                        ? run.cells().stream()
                                .filter(ReportedCell::isHeadlined)
                                .findFirst()
                                .map(cell -> answer + " " + regions(run, cell) + ".")
                                .orElse(answer)
                        : answer);
        return sentences;
    }

    private static String regions(ReportedRun run, ReportedCell cell) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < run.regions().size(); i++) {
            String name = run.regions().get(i);
            cell.regions().get(i).ifPresent(region -> parts.add(name + ": " + Standing.text(region)));
        }
        return String.join(", ", parts);
    }
}

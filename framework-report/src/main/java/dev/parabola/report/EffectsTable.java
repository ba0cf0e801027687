package dev.parabola.report;

import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectRow.Tests;
import dev.parabola.core.results.EffectsReader;
import dev.parabola.core.statistics.Interaction;
import dev.parabola.core.statistics.Interactions;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code effects.csv}: what exchanging one level of a factor for another does to the error, over all contexts. */
final class EffectsTable {
    /** The most that the page shows; the file has all. */
    private static final int MOST_SHOWN = 400;

    /** Of what is not paired. */
    private static final Tests NONE = new Tests(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** More pairs of levels than anybody reads; comparisons.csv says it of every cell. */
    private static final int MOST_SENTENCES = 60;

    private final List<EffectRow> rows;
    private final List<String> interactions;

    private EffectsTable(List<EffectRow> rows, List<String> interactions) {
        this.rows = rows;
        this.interactions = interactions;
    }

    /** The effects of a run, none where it has no such table, and the levels that are better in some contexts and worse in others. */
    static EffectsTable read(ReportedRun run, ComparisonsTable comparisons) {
        List<Factor> factors = run.outcomes().factors();
        List<Interaction> interactions = Interactions.of(comparisons.rows(), factors, Study.INSIDE);
        return new EffectsTable(
                EffectsReader.read(run.folder()),
                interactions.stream()
                        .map(interaction -> interaction.sentence(factors))
                        .toList());
    }

    /** All of them. */
    List<EffectRow> rows() {
        return rows;
    }

    int count() {
        return rows.size();
    }

    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        List<Map<String, Object>> shown =
                rows.stream().limit(MOST_SHOWN).map(EffectsTable::row).toList();
        model.put("rows", shown);
        model.put("count", rows.size());
        model.put("shown", shown.size());
        model.put("interactions", interactions.stream().limit(MOST_SENTENCES).toList());
        model.put("more", Math.max(0, interactions.size() - MOST_SENTENCES));
        return model;
    }

    private static Map<String, Object> row(EffectRow effect) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("region", effect.region());
        row.put("factor", effect.factor());
        row.put("a", CellLabel.plain(effect.levelA()));
        row.put("b", CellLabel.plain(effect.levelB()));
        row.put("contexts", effect.contexts());
        row.put("replicas", effect.replicas());
        row.put(
                "ratio",
                effect.tests()
                        .map(tests -> Shown.number(tests.ratio()) + " [" + Shown.number(tests.low()) + ", "
                                + Shown.number(tests.high()) + "]")
                        .orElse("–"));
        row.put("p", Shown.number(effect.tests().map(Tests::pAdjusted).orElse(Double.NaN)));
        row.put("apart", effect.isToldApart());
        row.put("reversed", effect.contextsReversed());
        return row;
    }

    void write(Json json) {
        json.begin('[');
        for (EffectRow effect : rows.subList(0, Math.min(rows.size(), MOST_SHOWN))) {
            Tests tests = effect.tests().orElse(NONE);
            json.begin('[')
                    .text(effect.region())
                    .text(effect.factor())
                    .text(CellLabel.plain(effect.levelA()))
                    .text(CellLabel.plain(effect.levelB()))
                    .count(effect.contexts())
                    .count(effect.replicas());
            json.number(tests.ratio())
                    .number(tests.low())
                    .number(tests.high())
                    .number(tests.pAdjusted())
                    .flag(effect.isToldApart())
                    .count(effect.contextsReversed())
                    .end(']');
        }
        json.end(']');
    }
}

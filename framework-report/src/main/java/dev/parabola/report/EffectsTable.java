package dev.parabola.report;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.RunTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code effects.csv}: what exchanging one level of a factor for another does to the error, over all contexts. */
final class EffectsTable {
    /** The most that the page shows; the file has all. */
    private static final int MOST_SHOWN = 400;

    private final List<Effect> effects = new ArrayList<>();
    private final Set<List<String>> families = new LinkedHashSet<>();
    private int count;

    private EffectsTable() {}

    /**
     * Two levels of a factor in a region, paired by replica.
     *
     * @param ratio of the errors, a to b, with its interval; NaN where nothing is paired
     * @param adjusted the p-value after Holm's correction over the factor's pairs
     * @param reversed the contexts that are told apart the other way
     */
    private record Effect(
            String region,
            String factor,
            String a,
            String b,
            int contexts,
            int replicas,
            double ratio,
            double low,
            double high,
            double p,
            double adjusted,
            int reversed) {
        boolean isToldApart() {
            return adjusted < ComparisonRow.SIGNIFICANCE;
        }
    }

    /** The effects of a run; none where it has no such table. */
    static EffectsTable read(ReportedRun run) {
        EffectsTable result = new EffectsTable();
        Optional<RunTable> found = RunTable.open(run.folder(), "effects.csv");
        if (found.isPresent()) {
            try (RunTable table = found.orElseThrow()) {
                while (table.next()) {
                    result.add(row(table));
                }
            }
        }
        return result;
    }

    private void add(Effect effect) {
        count++;
        families.add(List.of(effect.region(), effect.factor()));
        if (effects.size() < MOST_SHOWN) {
            effects.add(effect);
        }
    }

    private static Effect row(RunTable table) {
        return new Effect(
                table.text(table.required("region")),
                table.text(table.required("factor")),
                CellLabel.plain(table.text(table.required("level_a"))),
                CellLabel.plain(table.text(table.required("level_b"))),
                table.count(table.required("contexts")),
                table.count(table.required("replicas")),
                table.number(table.required("ratio")),
                table.number(table.required("low")),
                table.number(table.required("high")),
                table.number(table.required("p")),
                table.number(table.required("p_adjusted")),
                (int) table.number(table.required("contexts_reversed")));
    }

    /** The effects whose p-values are adjusted to each other: those of a region and a factor. */
    int families() {
        return families.size();
    }

    Map<String, Object> model() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Effect effect : effects) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("region", effect.region());
            row.put("factor", effect.factor());
            row.put("a", effect.a());
            row.put("b", effect.b());
            row.put("contexts", effect.contexts());
            row.put("replicas", effect.replicas());
            row.put(
                    "ratio",
                    Shown.number(effect.ratio()) + " [" + Shown.number(effect.low()) + ", "
                            + Shown.number(effect.high()) + "]");
            row.put("p", Shown.number(effect.adjusted()));
            row.put("apart", effect.isToldApart());
            row.put("reversed", effect.reversed());
            rows.add(row);
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("rows", rows);
        model.put("count", count);
        model.put("shown", rows.size());
        model.put("apart", effects.stream().filter(Effect::isToldApart).count());
        return model;
    }

    void write(Json json) {
        json.begin('[');
        for (Effect effect : effects) {
            json.begin('[')
                    .text(effect.region())
                    .text(effect.factor())
                    .text(effect.a())
                    .text(effect.b())
                    .count(effect.contexts())
                    .count(effect.replicas());
            json.number(effect.ratio())
                    .number(effect.low())
                    .number(effect.high())
                    .number(effect.adjusted())
                    .flag(effect.isToldApart())
                    .count(effect.reversed())
                    .end(']');
        }
        json.end(']');
    }
}

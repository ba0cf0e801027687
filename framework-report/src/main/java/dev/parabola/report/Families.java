package dev.parabola.report;

import dev.parabola.core.statistics.TestCount;
import dev.parabola.core.text.Counted;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much a study asks at once: its verdicts, and its families of tests whose p-values are adjusted to each other. */
final class Families {
    private final ReportedRun run;
    private final ComparisonsTable comparisons;
    private final EffectsTable effects;

    Families(ReportedRun run, ComparisonsTable comparisons, EffectsTable effects) {
        this.run = run;
        this.comparisons = comparisons;
        this.effects = effects;
    }

    Map<String, Object> model() {
        TestCount count = TestCount.of(run.outcomes().factors(), run.regions().size());
        // Runs that are older than a table, or too large for it, have none of its tests.
        long families = (comparisons.rows().isEmpty() ? 0 : count.comparisonFamilies())
                + (effects.count() == 0 ? 0 : count.effectFamilies());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("verdicts", Counted.of(count.verdicts(), "verdict"));
        model.put(
                "tests",
                families == 0
                        ? "no family of tests"
                        : families + (families == 1 ? " family" : " families") + " of tests");
        model.put("any", families > 0);
        return model;
    }
}

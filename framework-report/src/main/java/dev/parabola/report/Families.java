package dev.parabola.report;

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
        // A cell of a tuned level that was not chosen has a verdict as well: somebody may read it.
        long verdicts = run.description().cells();
        int families = comparisons.families() + effects.families();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("verdicts", verdicts + (verdicts == 1 ? " verdict" : " verdicts"));
        model.put(
                "tests",
                families == 0
                        ? "no family of tests"
                        : families + (families == 1 ? " family" : " families") + " of tests");
        model.put("any", families > 0);
        return model;
    }
}

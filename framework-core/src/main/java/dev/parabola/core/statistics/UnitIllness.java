package dev.parabola.core.statistics;

import dev.parabola.core.results.HealthText;
import dev.parabola.core.results.HealthText.UnitFinding;
import dev.parabola.core.results.TrialRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Illnesses that strike many units of a layer, and more of them where trials failed than where they learned. */
final class UnitIllness {
    /** Deep networks that are dead are dead in every layer. */
    private static final int MOST_TOLD = 3;

    /** A share of a layer's units that is worth a word. */
    private static final double MANY = 0.5;

    private UnitIllness() {}

    /** What a layer's units suffer from. */
    private record Kind(int layer, int units, String illness) {}

    /** The illnesses that can explain why a cell's trials did not learn; of the median trial among these. */
    static List<Fact> facts(Evidence evidence) {
        List<TrialRow> failing = evidence.unlearned();
        Map<Kind, double[]> counts = counts(failing);
        Map<Kind, double[]> elsewhere = counts(evidence.trials().completed().stream()
                .filter(evidence::hasLearned)
                .toList());
        List<Fact> facts = new ArrayList<>();
        counts.forEach((kind, ofTrials) -> {
            double count = Cause.middle(ofTrials);
            double usual = Cause.middle(elsewhere.getOrDefault(kind, new double[0]));
            if (count >= MANY * kind.units() && count > usual && !isExplained(kind, count, evidence, counts)) {
                facts.add(new Fact.IllUnits(kind.layer(), (int) count, kind.units(), kind.illness()));
            }
        });
        if (facts.size() <= MOST_TOLD) {
            return facts;
        }
        List<Fact> told = new ArrayList<>(facts.subList(0, MOST_TOLD));
        told.add(new Fact.MoreIllUnits(facts.size() - MOST_TOLD));
        return told;
    }

    /** Units that get no gradient, for all of a network or as they are flat, are never updated for that reason. */
    private static boolean isExplained(Kind kind, double count, Evidence evidence, Map<Kind, double[]> counts) {
        return kind.illness().equals(HealthText.NEVER_UPDATED_UNITS)
                && (evidence.countOf(HealthText.UNTOUCHED) > 0
                        || counts.entrySet().stream()
                                .filter(other -> other.getKey().layer() == kind.layer()
                                        && !other.getKey().equals(kind))
                                .anyMatch(other -> Cause.middle(other.getValue()) >= count));
    }

    private static Map<Kind, double[]> counts(List<TrialRow> trials) {
        Map<Kind, double[]> counts = new LinkedHashMap<>();
        for (int trial = 0; trial < trials.size(); trial++) {
            for (UnitFinding found : HealthText.units(trials.get(trial).health())) {
                if (!found.what().equals(HealthText.KINKS_OUTSIDE)) {
                    Kind kind = new Kind(found.layer(), found.units(), found.what());
                    counts.computeIfAbsent(kind, key -> new double[trials.size()])[trial] = found.count();
                }
            }
        }
        return counts;
    }
}

package dev.parabola.core.statistics;

import dev.parabola.core.results.Verdict;
import java.util.List;
import java.util.function.Predicate;

/** The rules by which a cell gets its verdict, the first that holds. */
final class Verdicts {
    private static final List<Rule> RULES = List.of(
            new Rule(Verdict.OPEN, Verdicts::cannotBeJudged),
            new Rule(Verdict.BROKEN, evidence -> evidence.broken() == Majority.MOST),
            new Rule(Verdict.UNDECIDABLE, evidence -> evidence.undecided().isPresent()),
            new Rule(Verdict.LEARNED, evidence -> inside(evidence) == Majority.MOST && others(evidence, Majority.MOST)),
            new Rule(
                    Verdict.INTERPOLATES,
                    evidence -> inside(evidence) == Majority.MOST && anyOther(evidence, Majority.FEW)),
            new Rule(Verdict.MEMORIZES, Verdicts::isByHeart),
            new Rule(Verdict.UNDERFITS, evidence -> inside(evidence) == Majority.FEW),
            new Rule(Verdict.OPEN, evidence -> true));

    private record Rule(Verdict verdict, Predicate<Evidence> holds) {}

    private Verdicts() {}

    static Verdict of(Evidence evidence) {
        return RULES.stream()
                .filter(rule -> rule.holds().test(evidence))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static boolean cannotBeJudged(Evidence evidence) {
        return evidence.insideRegion().isEmpty() || evidence.judged() < Majority.FEWEST_REPLICAS;
    }

    private static Majority inside(Evidence evidence) {
        return evidence.insideRegion().orElseThrow().learned();
    }

    private static boolean others(Evidence evidence, Majority learned) {
        return evidence.others().stream().allMatch(region -> region.learned() == learned);
    }

    private static boolean anyOther(Evidence evidence, Majority learned) {
        return evidence.others().stream().anyMatch(region -> region.learned() == learned);
    }

    /** Where a network saw nothing it cannot have learned anything by heart. */
    private static boolean isByHeart(Evidence evidence) {
        return evidence.sawInside() && Majority.of(evidence.byHeart(), evidence.judged()) == Majority.MOST;
    }
}

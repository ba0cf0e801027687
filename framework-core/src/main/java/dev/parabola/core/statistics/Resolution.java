package dev.parabola.core.statistics;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import dev.parabola.core.text.OneLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What a study's number of replicas can tell apart at all, known before anything is trained. The smallest p-value of the two-sided
 * signed-rank test on n pairs is 2^(1 − n); where that times the number of tests in a family is not below 0.05, Holm's adjustment leaves
 * nothing told apart, whatever the errors are.
 *
 * @param replicas the replicas of each cell
 * @param cells the cells that are compared
 * @param comparisons for each compared factor of several levels the comparisons of cells that differ in it; none where cells are too many
 *     to be compared
 * @param effects for each such factor the pairs of its levels
 */
public record Resolution(int replicas, long cells, List<FamilySize> comparisons, List<FamilySize> effects) {
    /** Copies the lists. */
    public Resolution {
        comparisons = List.copyOf(comparisons);
        effects = List.copyOf(effects);
    }

    /**
     * Tests whose p-values are adjusted to each other: a factor's in one region.
     *
     * @param factor the factor's name
     * @param tests how many, at least 1
     * @param fewestReplicas the fewest replicas with which any of them could be told apart
     */
    public record FamilySize(String factor, long tests, int fewestReplicas) {
        private static FamilySize of(Factor factor, long tests) {
            int replicas = 1;
            while (!canTell(replicas, tests)) {
                replicas++;
            }
            return new FamilySize(factor.name(), tests, replicas);
        }
    }

    /** Whether so many replicas without a failed one can tell any test of a family apart. */
    static boolean canTell(int replicas, long tests) {
        return tests > 0 && Math.scalb((double) tests, 1 - replicas) < ComparisonRow.SIGNIFICANCE;
    }

    /**
     * What a study's replicas can tell apart.
     *
     * @param study the study
     * @return its resolution
     */
    public static Resolution of(Study study) {
        TestCount count = TestCount.of(study);
        List<FamilySize> comparisons = new ArrayList<>();
        List<FamilySize> effects = new ArrayList<>();
        for (Factor factor : study.factors()) {
            if (TestCount.isCompared(factor)) {
                if (count.comparisons() > 0) {
                    comparisons.add(FamilySize.of(factor, TestCount.comparisons(factor, count.verdicts())));
                }
                effects.add(FamilySize.of(factor, TestCount.effects(factor)));
            }
        }
        return new Resolution(study.replicas(), count.verdicts(), comparisons, effects);
    }

    /**
     * What these replicas cannot tell apart, and how many could.
     *
     * @return a sentence on the comparisons and one on the effects; none where some of each family could be told apart, and one only where
     *     the study has one factor, whose comparisons are its effects
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        List<FamilySize> blind = blind(comparisons);
        if (!blind.isEmpty()) {
            warnings.add(
                    comparisons.size() == 1
                            ? cannot() + (cells == 2 ? "the two cells" : "any two of the " + cells + " cells")
                                    + " apart " + need(blind.get(0), "comparison")
                            : cannot() + "cells apart that differ in " + joined(blind, "comparison"));
        }
        List<FamilySize> blindEffects = blind(effects);
        if (!blindEffects.isEmpty() && comparisons.size() != 1) {
            warnings.add(cannot() + "any two levels apart of " + joined(blindEffects, "pair"));
        }
        return warnings;
    }

    private List<FamilySize> blind(List<FamilySize> families) {
        return families.stream()
                .filter(family -> replicas < family.fewestReplicas())
                .toList();
    }

    private String cannot() {
        return (replicas == 1 ? "1 replica" : replicas + " replicas") + " cannot tell ";
    }

    private static String joined(List<FamilySize> families, String test) {
        List<String> parts = families.stream()
                .map(family -> OneLine.of(family.factor()) + " " + need(family, test))
                .toList();
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " or " + parts.get(last);
    }

    private static String need(FamilySize family, String test) {
        return "(a family of " + family.tests() + " " + test + (family.tests() == 1 ? "" : "s") + "; "
                + family.fewestReplicas() + " replicas could)";
    }
}

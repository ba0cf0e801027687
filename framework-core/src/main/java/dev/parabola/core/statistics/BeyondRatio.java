package dev.parabola.core.statistics;

import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.study.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why the ratio of two levels' errors is 0 or Infinity: where, and how, so many trials with the worse level are lost. */
final class BeyondRatio {
    /** What diverges in less of its trials does not make a typical ratio infinite. */
    private static final double OFTEN = 0.15;

    /** More levels than these are counted, and not named. */
    private static final int MOST_NAMED = 3;

    private final List<Factor> factors;
    private final List<CellOutcome> cells;
    private final LevelNames names;

    BeyondRatio(List<Factor> factors, List<CellOutcome> cells) {
        this.factors = factors;
        this.cells = cells;
        names = new LevelNames(factors);
    }

    /** The cells that have one of two levels in the same context. */
    private record Context(CellOutcome better, CellOutcome worse) {
        /** Where both do not work neither is better for it. */
        boolean isLost() {
            boolean lost = worse.verdict() == Verdict.BROKEN
                    || (divergesOften(worse) && divergedShare(worse) > divergedShare(better));
            return lost && better.verdict() != Verdict.BROKEN;
        }
    }

    /**
     * In a sentence.
     *
     * @param effect an effect with a ratio of 0 or Infinity
     * @return for example {@code with sgd learning-rate 0.9 always diverges, and learning-rate 0.05 does not}
     */
    String sentence(EffectRow effect) {
        Factor factor = factor(effect);
        String better = names.full(factor, better(effect));
        String worse = names.full(factor, worse(effect));
        List<Context> contexts = contexts(factor, effect);
        List<Context> lost = contexts.stream().filter(Context::isLost).toList();
        if (lost.isEmpty()) {
            return better + " has an error inside that is smaller beyond any ratio than that of " + worse;
        }
        String subject = where(factor, contexts, lost, " settings of the others")
                        .map(place -> place + " ")
                        .orElse("") + worse + " " + how(lost);
        if (!alwaysDiverges(lost)) {
            return subject + " for a ratio to " + better;
        }
        boolean neverDiverges =
                lost.stream().allMatch(context -> context.better().diverged() == 0);
        return subject + ", and " + better + " does not" + (neverDiverges ? "" : " always");
    }

    /**
     * In a table that names the levels.
     *
     * @param effect an effect with a ratio of 0 or Infinity
     * @return for example {@code 0.9 diverges too often with sgd}
     */
    String inShort(EffectRow effect) {
        Factor factor = factor(effect);
        List<Context> contexts = contexts(factor, effect);
        List<Context> lost = contexts.stream().filter(Context::isLost).toList();
        if (lost.isEmpty()) {
            return "beyond any ratio";
        }
        return names.level(worse(effect)) + " " + how(lost)
                + where(factor, contexts, lost, " settings")
                        .map(place -> " " + place)
                        .orElse("");
    }

    private static String how(List<Context> lost) {
        if (alwaysDiverges(lost)) {
            return "always diverges";
        }
        return lost.stream().allMatch(context -> divergesOften(context.worse()))
                ? "diverges too often"
                : "ends broken too often";
    }

    private static boolean alwaysDiverges(List<Context> lost) {
        return lost.stream()
                .allMatch(context ->
                        context.worse().completed() == 0 && context.worse().diverged() > 0);
    }

    private static boolean divergesOften(CellOutcome cell) {
        return divergedShare(cell) >= OFTEN;
    }

    private static double divergedShare(CellOutcome cell) {
        int trials = cell.completed() + cell.diverged();
        return trials == 0 ? 0 : (double) cell.diverged() / trials;
    }

    /** Empty where it is everywhere; the levels of another factor where they are all there is to it. */
    private Optional<String> where(Factor factor, List<Context> contexts, List<Context> lost, String settings) {
        if (lost.size() == contexts.size()) {
            return Optional.empty();
        }
        for (int other = 0; other < factors.size(); other++) {
            Factor its = factors.get(other);
            if (!its.tuned() && !its.equals(factor)) {
                List<String> levels = levels(other, lost);
                int place = other;
                long there = contexts.stream()
                        .filter(context ->
                                levels.contains(context.worse().levels().get(place)))
                        .count();
                if (there == lost.size() && levels.size() <= MOST_NAMED) {
                    return Optional.of("with "
                            + String.join(
                                    " or ",
                                    levels.stream()
                                            .map(level -> names.full(its, level))
                                            .toList()));
                }
            }
        }
        return Optional.of("in " + lost.size() + " of " + contexts.size() + settings);
    }

    private static List<String> levels(int factor, List<Context> contexts) {
        return contexts.stream()
                .map(context -> context.worse().levels().get(factor))
                .distinct()
                .toList();
    }

    private List<Context> contexts(Factor factor, EffectRow effect) {
        int place = factors.indexOf(factor);
        List<Context> contexts = new ArrayList<>();
        for (CellOutcome worse : cells) {
            if (worse.levels().get(place).equals(worse(effect))) {
                cells.stream()
                        .filter(cell -> cell.levels().get(place).equals(better(effect)))
                        .filter(cell -> sameContext(place, cell, worse))
                        .findFirst()
                        .ifPresent(better -> contexts.add(new Context(better, worse)));
            }
        }
        return contexts;
    }

    private boolean sameContext(int factor, CellOutcome a, CellOutcome b) {
        for (int other = 0; other < factors.size(); other++) {
            if (other != factor
                    && !factors.get(other).tuned()
                    && !a.levels().get(other).equals(b.levels().get(other))) {
                return false;
            }
        }
        return true;
    }

    private Factor factor(EffectRow effect) {
        return factors.stream()
                .filter(factor -> factor.name().equals(effect.factor()))
                .findFirst()
                .orElseThrow();
    }

    private static String better(EffectRow effect) {
        return effect.tests().orElseThrow().direction() < 0 ? effect.levelA() : effect.levelB();
    }

    private static String worse(EffectRow effect) {
        return effect.tests().orElseThrow().direction() < 0 ? effect.levelB() : effect.levelA();
    }
}

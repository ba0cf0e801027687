package dev.parabola.core.statistics;

import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectRow.Tests;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import dev.parabola.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The beginning of a study's answer, where it compares anything: what the error inside depends on most, and which levels are best. */
public final class EffectSentence {
    private final List<Factor> factors;
    private final List<CellOutcome> cells;
    private final List<EffectRow> tested;
    private final List<EffectRow> ranked;
    private final LevelNames names;

    private EffectSentence(List<EffectRow> tested, List<Factor> factors, List<CellOutcome> cells) {
        this.factors = factors;
        this.cells = cells;
        this.tested = tested;
        ranked = tested.stream().filter(effect -> effect.better().isPresent()).toList();
        names = new LevelNames(factors);
    }

    /**
     * The sentence, or two.
     *
     * @param effects what {@code effects.csv} holds
     * @param factors all factors of the study, tuned ones too, in its order
     * @param cells the cells that are compared, in any order
     * @return for example {@code Most depends on activation: tanh has × 0.31 [0.28, 0.35] the error inside of relu. Best on the whole:
     *     tanh with width 64.}; empty where no two levels are compared
     */
    public static Optional<String> of(List<EffectRow> effects, List<Factor> factors, List<CellOutcome> cells) {
        List<EffectRow> inside = effects.stream()
                .filter(effect -> effect.region().equals(Study.INSIDE))
                .toList();
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        List<EffectRow> tested =
                inside.stream().filter(effect -> effect.tests().isPresent()).toList();
        if (tested.isEmpty()) {
            return Optional.of("Of the factors nothing can be said: no replica has two errors to compare.");
        }
        return Optional.of(new EffectSentence(tested, factors, cells).text());
    }

    private String text() {
        if (ranked.isEmpty()) {
            return nothing() + (isAllBroken() ? ": " + allCells() + " broken." : ".");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(largest());
        best().ifPresent(sentences::add);
        if (isAllBroken()) {
            sentences.add("Still, " + allCells() + " broken.");
        }
        return String.join(" ", sentences);
    }

    /** A difference that is told apart and as good as none is one that the replicas can tell. */
    private String nothing() {
        boolean asGood = tested.stream().anyMatch(EffectRow::isAsGood);
        boolean apart = tested.stream().anyMatch(EffectRow::isToldApart);
        return (apart ? "No level is better" : "No factor makes a difference to the error inside")
                + (asGood ? " by more than half a percent" : "")
                + (isOnTheWhole() ? " on the whole" : "")
                + (asGood ? ", as far as " : " that ") + these() + " can tell";
    }

    private String largest() {
        List<EffectRow> largest = LargestEffects.of(ranked);
        String limit = LargestEffects.isRivalled(tested, largest.get(0)) ? "Of what " + these() + " can tell, " : "";
        if (largest.size() > 1) {
            List<String> each = largest.stream()
                    .map(effect -> names.factor(factor(effect)) + " (" + difference(effect) + reversed(effect) + ")")
                    .toList();
            int last = each.size() - 1;
            return limit + (limit.isEmpty() ? "It" : "it") + " depends on " + String.join(", ", each.subList(0, last))
                    + " and " + each.get(last) + ".";
        }
        long several = tested.stream().map(EffectRow::factor).distinct().count();
        String what = several == 1 ? "It" : limit.isEmpty() ? "Most" : "most";
        return limit + what + " depends on " + names.factor(factor(largest.get(0))) + ": " + difference(largest.get(0))
                + reversed(largest.get(0)) + ".";
    }

    private String difference(EffectRow effect) {
        Tests tests = effect.tests().orElseThrow();
        boolean first = tests.direction() < 0;
        double ratio = first ? tests.ratio() : 1 / tests.ratio();
        if (ratio == 0) {
            return new BeyondRatio(factors, cells).sentence(effect);
        }
        String better = names.full(factor(effect), first ? effect.levelA() : effect.levelB());
        String worse = names.full(factor(effect), first ? effect.levelB() : effect.levelA());
        if (ratio == 1) {
            return better + " has the smaller error inside where it differs from " + worse
                    + ", and in most replicas it does not";
        }
        return better + " has × " + Numbers.rounded(ratio) + " ["
                + Numbers.rounded(first ? tests.low() : 1 / tests.high()) + ", "
                + Numbers.rounded(first ? tests.high() : 1 / tests.low()) + "] the error inside of " + worse;
    }

    private static String reversed(EffectRow effect) {
        return effect.contextsReversed() == 0
                ? ""
                : ", though in " + effect.contextsReversed() + " of " + effect.contexts()
                        + " settings of the others it is the other way";
    }

    private Optional<String> best() {
        List<String> parts = new ArrayList<>();
        List<Factor> told = factors.stream()
                .filter(factor -> ranked.stream().anyMatch(effect -> isOf(effect, factor)))
                .toList();
        if (told.size() == 1 && told.get(0).levels().size() == 2) {
            return Optional.empty();
        }
        for (Factor factor : told) {
            List<String> levels = best(factor);
            if (!levels.isEmpty()) {
                parts.add(String.join(
                                " or ",
                                levels.stream()
                                        .map(level -> names.full(factor, level))
                                        .toList())
                        + (levels.size() == 1
                                ? ""
                                : isAnyApart(factor, levels) ? " (none better)" : " (not told apart)"));
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String others = String.join(" and ", parts.subList(1, parts.size()));
        return Optional.of("Best" + (isOnTheWhole() ? " on the whole" : "") + ": " + parts.get(0)
                + (others.isEmpty() ? "" : " with " + others) + ".");
    }

    /**
     * The levels than which none is told apart to be better, and those than which none of these is: every other level is worse than one
     * of them. None where there is no such choice, as the tests need not agree with each other.
     */
    private List<String> best(Factor factor) {
        List<String> best = new ArrayList<>(factor.levels().stream()
                .filter(level -> factor.levels().stream().noneMatch(other -> isBetter(factor, other, level)))
                .toList());
        if (best.isEmpty()) {
            return List.of();
        }
        for (String level : factor.levels()) {
            if (!best.contains(level) && best.stream().noneMatch(other -> isBetter(factor, other, level))) {
                best.add(level);
            }
        }
        boolean chosen = best.size() < factor.levels().size()
                && best.stream().noneMatch(a -> best.stream().anyMatch(b -> isBetter(factor, a, b)));
        return chosen ? factor.levels().stream().filter(best::contains).toList() : List.of();
    }

    private boolean isAnyApart(Factor factor, List<String> levels) {
        return tested.stream()
                .anyMatch(effect -> isOf(effect, factor)
                        && effect.isToldApart()
                        && levels.contains(effect.levelA())
                        && levels.contains(effect.levelB()));
    }

    private boolean isBetter(Factor factor, String a, String b) {
        return !a.equals(b)
                && ranked.stream()
                        .anyMatch(effect -> isOf(effect, factor)
                                && effect.better().equals(Optional.of(a))
                                && (effect.levelA().equals(b) || effect.levelB().equals(b)));
    }

    private static boolean isOf(EffectRow effect, Factor factor) {
        return effect.factor().equals(factor.name());
    }

    private Factor factor(EffectRow effect) {
        return factors.stream()
                .filter(factor -> isOf(effect, factor))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOnTheWhole() {
        return tested.stream().anyMatch(effect -> effect.contexts() > 1);
    }

    private boolean isAllBroken() {
        return !cells.isEmpty() && cells.stream().allMatch(cell -> cell.verdict() == Verdict.BROKEN);
    }

    private String allCells() {
        return switch (cells.size()) {
            case 1 -> "the cell is";
            case 2 -> "both cells are";
            default -> "all " + cells.size() + " cells are";
        };
    }

    private String these() {
        int replicas = tested.stream().mapToInt(EffectRow::replicas).max().orElseThrow();
        return replicas == 1 ? "this one replica" : "these " + replicas + " replicas";
    }
}

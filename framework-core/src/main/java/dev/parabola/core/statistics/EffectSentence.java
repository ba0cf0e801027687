package dev.parabola.core.statistics;

import dev.parabola.api.math.Elementary;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectRow.Tests;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import dev.parabola.core.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The beginning of a study's answer, where it compares anything: what the error inside depends on most, and which levels are best. */
public final class EffectSentence {
    /** What diverges in less of its trials does not make a typical ratio infinite. */
    private static final double OFTEN = 0.15;

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

    private String nothing() {
        String what = tested.stream().anyMatch(EffectRow::isToldApart)
                ? "No level is better"
                : "No factor makes a difference to the error inside";
        return what + (isOnTheWhole() ? " on the whole" : "") + " that " + these() + " can tell";
    }

    private String largest() {
        EffectRow largest = ranked.stream()
                .max(Comparator.comparingDouble(EffectSentence::size))
                .orElseThrow();
        long several = tested.stream().map(EffectRow::factor).distinct().count();
        return (several == 1 ? "It" : what(largest)) + " depends on " + names.factor(factor(largest)) + ": "
                + difference(largest) + reversed(largest) + ".";
    }

    /** A larger ratio that is not told apart may be chance, and may be none. */
    private String what(EffectRow largest) {
        boolean largerUntold = tested.stream().anyMatch(effect -> size(effect) > size(largest));
        return largerUntold ? "Of what " + these() + " can tell, most" : "Most";
    }

    private String difference(EffectRow effect) {
        Tests tests = effect.tests().orElseThrow();
        boolean first = tests.direction() < 0;
        String better = names.full(factor(effect), first ? effect.levelA() : effect.levelB());
        String worseLevel = first ? effect.levelB() : effect.levelA();
        String worse = names.full(factor(effect), worseLevel);
        double ratio = first ? tests.ratio() : 1 / tests.ratio();
        if (ratio == 1) {
            return better + " has the smaller error inside where it differs from " + worse
                    + ", and in most replicas it does not";
        }
        if (ratio == 0) {
            double lost = diverged(effect, worseLevel);
            if (lost == 1) {
                return worse + " always diverges, and " + better + " does not";
            }
            if (lost >= OFTEN) {
                return worse + " diverges too often for a ratio to " + better;
            }
        }
        return better + " has × " + Numbers.rounded(ratio) + " ["
                + Numbers.rounded(first ? tests.low() : 1 / tests.high()) + ", "
                + Numbers.rounded(first ? tests.high() : 1 / tests.low()) + "] the error inside of " + worse;
    }

    /** The share of the trials with a level that diverged. */
    private double diverged(EffectRow effect, String level) {
        int place = factors.indexOf(factor(effect));
        long diverged = 0;
        long trials = 0;
        for (CellOutcome cell : cells) {
            if (cell.levels().get(place).equals(level)) {
                diverged += cell.diverged();
                trials += cell.diverged() + cell.completed();
            }
        }
        return trials == 0 ? 0 : (double) diverged / trials;
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
                        + (levels.size() == 1 ? "" : " (not told apart)"));
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
     * The levels than which none is told apart to be better, and those that are not told apart from any of these: every other level is
     * worse than one of them. None where there is no such choice, as the tests need not agree with each other.
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

    private static double size(EffectRow effect) {
        return Math.abs(Elementary.log(effect.tests().orElseThrow().ratio()));
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

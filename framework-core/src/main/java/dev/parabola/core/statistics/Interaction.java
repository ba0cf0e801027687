package dev.parabola.core.statistics;

import dev.parabola.core.study.Factor;
import dev.parabola.core.text.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * Two levels of a factor that are told apart both ways: in some contexts, combinations of the other compared factors' levels, the first
 * is better, in others the second.
 *
 * @param region the region
 * @param factor the factor
 * @param levelA the level that comes first in the study
 * @param levelB the other
 * @param contexts in how many contexts they are compared
 * @param betterA in how many of these the first is told apart to be better, at least 1
 * @param betterB in how many the second is, at least 1
 * @param split the other factor on which it depends, if there is one
 */
public record Interaction(
        String region,
        Factor factor,
        String levelA,
        String levelB,
        int contexts,
        int betterA,
        int betterB,
        Optional<Split> split) {

    /**
     * Another factor, of which one level has contexts in which the first of the two levels is told apart to be better and none in which
     * the second is, and another level the reverse.
     *
     * @param factor the other factor
     * @param favoursA where the first of the two levels is better
     * @param favoursB where the second is
     */
    public record Split(Factor factor, Side favoursA, Side favoursB) {}

    /**
     * A level of the other factor.
     *
     * @param level its text
     * @param ratio the median over its contexts of the ratio of the errors, the first of the two levels to the second, 0 to Infinity
     */
    public record Side(String level, double ratio) {}

    /**
     * The interaction in words.
     *
     * @param factors all factors of the study
     * @return for example {@code relu gains from width 64 over 10 (× 6.1), tanh loses (× 0.62)}; the numbers are ratios of errors, over
     *     10 to 64
     */
    public String sentence(List<Factor> factors) {
        LevelNames names = new LevelNames(factors);
        String better = names.full(factor, levelB);
        if (split.isEmpty()) {
            return better + " is better than " + names.level(levelA) + " in " + betterB + " of " + contexts
                    + " settings of the others, and worse in " + betterA;
        }
        Split by = split.get();
        return names.full(by.factor(), by.favoursB().level()) + " gains from " + better + " over "
                + names.level(levelA) + " " + text(by.favoursB().ratio()) + ", "
                + names.full(by.factor(), by.favoursA().level()) + " loses "
                + text(by.favoursA().ratio());
    }

    private static String text(double ratio) {
        return ratio == 0 || Double.isInfinite(ratio) ? "(beyond any ratio)" : "(× " + Numbers.rounded(ratio) + ")";
    }
}

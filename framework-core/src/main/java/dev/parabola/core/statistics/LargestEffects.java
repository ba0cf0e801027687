package dev.parabola.core.statistics;

import dev.parabola.api.math.Elementary;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectRow.Tests;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which factors matter most, and whether that can be said at all. The order of factors and levels in the study plays no part. */
final class LargestEffects {
    private LargestEffects() {}

    /** An effect on the logarithmic scale, away from a ratio of 1: its size, and the ends of its interval next to 0 and beyond. */
    private record Extent(double size, double near, double far) {
        static Extent of(EffectRow effect) {
            Tests tests = effect.tests().orElseThrow();
            double ratio = Elementary.log(tests.ratio());
            double low = Elementary.log(tests.low());
            double high = Elementary.log(tests.high());
            return tests.direction() < 0 ? new Extent(-ratio, -high, -low) : new Extent(ratio, low, high);
        }

        boolean reaches(Extent larger) {
            return far > larger.near || size == larger.size;
        }
    }

    /**
     * The largest effect, and after it those of other factors that may be larger, as their intervals reach into its own.
     *
     * @param ranked effects of which one level is better, at least one
     * @return one for each such factor, the largest first
     */
    static List<EffectRow> of(List<EffectRow> ranked) {
        List<EffectRow> ofFactors = ranked.stream()
                .map(EffectRow::factor)
                .distinct()
                .map(factor -> ranked.stream()
                        .filter(effect -> effect.factor().equals(factor))
                        .min(order())
                        .orElseThrow())
                .sorted(order())
                .toList();
        Extent largest = Extent.of(ofFactors.get(0));
        return ofFactors.stream()
                .filter(effect -> Extent.of(effect).reaches(largest))
                .toList();
    }

    /**
     * Whether an effect that is not told apart may be larger than the largest that is.
     *
     * @param tested all effects
     * @param largest the largest of which one level is better
     * @return whether another factor has any that reaches it, or so few replicas that none of its effects could have been told apart
     */
    static boolean isRivalled(List<EffectRow> tested, EffectRow largest) {
        List<EffectRow> others = tested.stream()
                .filter(effect -> !effect.factor().equals(largest.factor()))
                .toList();
        return others.stream()
                        .anyMatch(effect ->
                                !effect.isToldApart() && Extent.of(effect).reaches(Extent.of(largest)))
                || others.stream().anyMatch(effect -> isBlind(others, effect.factor()));
    }

    private static boolean isBlind(List<EffectRow> effects, String factor) {
        List<EffectRow> its = effects.stream()
                .filter(effect -> effect.factor().equals(factor))
                .toList();
        int replicas = its.stream().mapToInt(EffectRow::replicas).max().orElse(0);
        return !Resolution.canTell(replicas, its.size());
    }

    /** The larger first; of equal ones the surer, then by names, so that no order of the study decides. */
    private static Comparator<EffectRow> order() {
        return Comparator.comparingDouble(
                        (EffectRow effect) -> -Extent.of(effect).size())
                .thenComparingDouble(effect -> -Extent.of(effect).near())
                .thenComparing(EffectRow::factor)
                .thenComparing(effect -> effect.better().orElse(""))
                .thenComparing(LargestEffects::worse);
    }

    private static String worse(EffectRow effect) {
        return effect.better().equals(Optional.of(effect.levelA())) ? effect.levelB() : effect.levelA();
    }
}

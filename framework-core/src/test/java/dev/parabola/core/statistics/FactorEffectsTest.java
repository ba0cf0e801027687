package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.ComparisonRow.Tests;
import dev.parabola.core.study.Factor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactorEffectsTest {
    private static final Factor WIDTH = new Factor("width", List.of("4", "8", "16"), false);
    private static final Factor ACTIVATION = new Factor("activation", List.of("relu", "tanh"), false);
    private static final Factor RATE = new Factor("rate", List.of("0.1", "1"), true);

    /** Width is slower: cell = 2 × width + activation. */
    @Test
    void countContextsAndInWhichOfThemLevelsAreToldApart() {
        List<FactorEffect> effects = FactorEffects.of(
                List.of(
                        row("inside", "width", 0, 2, 0.5, 0.01),
                        row("inside", "width", 1, 3, 3, 0.01),
                        row("inside", "width", 0, 4, 0.9, 0.5),
                        row("inside", "activation", 0, 1, 4, 0.04),
                        row("inside", "activation", 2, 3, 0.8, 0.05),
                        row("inside", "activation", 4, 5, 2, 0.001),
                        row("far", "activation", 0, 1, 0, 0.001)),
                List.of(WIDTH, ACTIVATION));

        assertThat(effects)
                .containsExactly(
                        new FactorEffect("inside", "width", "4", "8", 2, 1, 1, 1.75),
                        new FactorEffect("inside", "width", "4", "16", 1, 0, 0, 0.9),
                        new FactorEffect("inside", "activation", "relu", "tanh", 3, 0, 2, 2),
                        new FactorEffect("far", "activation", "relu", "tanh", 1, 1, 0, 0));
    }

    /** The tuned rate is slower: cell = 2 × rate + activation, so a chosen cell of tanh may come before one of relu. */
    @Test
    void turnRatiosRoundWhereTheLaterLevelHasTheEarlierCell() {
        List<FactorEffect> effects =
                FactorEffects.of(List.of(row("inside", "activation", 1, 2, 0.25, 0.01)), List.of(RATE, ACTIVATION));

        assertThat(effects).containsExactly(new FactorEffect("inside", "activation", "relu", "tanh", 1, 0, 1, 4));
    }

    @Test
    void leaveOutComparisonsWithoutPairs() {
        ComparisonRow empty = new ComparisonRow("inside", "activation", 0, 1, 0, 0, 0, 0, 0, Optional.empty());

        assertThat(FactorEffects.of(List.of(empty), List.of(ACTIVATION))).isEmpty();
    }

    private static ComparisonRow row(String region, String factor, long a, long b, double ratio, double pAdjusted) {
        return new ComparisonRow(
                region, factor, a, b, 10, 5, 5, 0, 0, Optional.of(new Tests(ratio, 0, 9, pAdjusted, pAdjusted, 1)));
    }
}

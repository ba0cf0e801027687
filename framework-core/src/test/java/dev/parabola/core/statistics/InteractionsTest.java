package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.study.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InteractionsTest {
    private static final Factor WIDTH = new Factor("model.hidden.width", List.of("10", "64"), false);
    private static final Factor ACTIVATION = new Factor("activation", List.of("relu", "tanh"), false);
    private static final Factor RATE = new Factor("rate", List.of("0.1", "1"), false);

    /** Cell = 2 × width + activation. */
    @Test
    void sayWhoGainsAndWhoLoses() {
        List<Factor> factors = List.of(WIDTH, ACTIVATION);
        List<Interaction> interactions = interactions(factors, 0.061, 0.031, 0.01, 0.05);

        assertThat(interactions).hasSize(2);
        assertThat(interactions.get(0).sentence(factors))
                .isEqualTo("relu gains from width 64 over 10 (× 6.1), tanh loses (× 0.62)");
        assertThat(interactions.get(1).sentence(factors))
                .isEqualTo("width 10 gains from tanh over relu (× 1.97), width 64 loses (× 0.2)");
    }

    @Test
    void areNoneWhereOneWayIsNotToldApart() {
        assertThat(interactions(List.of(WIDTH, ACTIVATION), 0.02, 0.02, 0.01, 0.02))
                .isEmpty();
    }

    /** Cell = 4 × rate + 2 × width + activation. With relu 64 is better at either rate, with tanh worse. */
    @Test
    void nameTheFactorThatSeparatesBest() {
        List<Factor> factors = List.of(RATE, WIDTH, ACTIVATION);
        Interaction width = interactions(factors, 4, 1, 1, 2, 8, 1, 1, 2).stream()
                .filter(interaction -> interaction.factor().equals(WIDTH))
                .findFirst()
                .orElseThrow();

        assertThat(width.betterA() + " " + width.betterB() + " " + width.contexts())
                .isEqualTo("2 2 4");
        assertThat(width.split().orElseThrow().factor()).isEqualTo(ACTIVATION);
        assertThat(width.split().orElseThrow().favoursB().ratio()).isCloseTo(Math.sqrt(32), within(1e-12));
    }

    /** 64 is better where rate and activation are both first or both second. */
    @Test
    void countSettingsWhereNoFactorAloneSeparates() {
        List<Factor> factors = List.of(RATE, WIDTH, ACTIVATION);
        Interaction width = interactions(factors, 4, 1, 1, 4, 1, 4, 4, 1).stream()
                .filter(interaction -> interaction.factor().equals(WIDTH))
                .findFirst()
                .orElseThrow();

        assertThat(width.split()).isEmpty();
        assertThat(width.sentence(factors))
                .isEqualTo("width 64 is better than 10 in 2 of 4 settings of the others, and worse in 2");
    }

    @Test
    void giveNoNumberThatIsNone() {
        List<Factor> factors = List.of(WIDTH, ACTIVATION);

        assertThat(interactions(factors, GridForTests.DIVERGED, 1, 1, 2).get(0).sentence(factors))
                .isEqualTo("relu gains from width 64 over 10 (beyond any ratio), tanh loses (× 0.5)");
    }

    /** Ten replicas with the same error in a cell. */
    private static List<Interaction> interactions(List<Factor> factors, double... errors) {
        double[][] cells = new double[errors.length][10];
        for (int cell = 0; cell < errors.length; cell++) {
            Arrays.fill(cells[cell], errors[cell]);
        }
        GridForTests grid = new GridForTests(factors, cells);
        List<ComparisonRow> rows = new ArrayList<>();
        for (int factor = 0; factor < factors.size(); factor++) {
            rows.addAll(grid.comparisons(factor));
        }
        return Interactions.of(rows, factors, "inside");
    }
}

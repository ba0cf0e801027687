package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /** R 4.2.2, {@code pnorm(z, lower.tail = FALSE)}. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.5, 0.30853753872598694",
        "1, 0.15865525393145705",
        "1.99999, 0.022750671863243463",
        "2, 0.022750131948179212",
        "2.5, 0.0062096653257761349",
        "5, 2.8665157187919391e-07",
        "8, 6.2209605742717849e-16",
        "20, 2.7536241186062337e-89",
        "30, 4.9067139271481872e-198",
        "37, 5.7255712225245771e-300"
    })
    void keepsItsAccuracyFarInTheTail(double z, double expected) {
        assertThat(Normal.upperTail(z) / expected).isCloseTo(1, within(1e-13));
    }

    @Test
    void leavesFortiethsAtItsPoint() {
        assertThat(Normal.upperTail(Normal.POINT_975)).isCloseTo(0.025, within(1e-16));
    }

    @Test
    void endsInZero() {
        assertThat(Normal.upperTail(38)).isPositive();
        assertThat(Normal.upperTail(40)).isZero();
        assertThat(Normal.upperTail(1e300)).isZero();
    }
}

package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {
    /**
     * R 4.2.2, {@code binom.test(a, a + b)}; the first is the approval of the Prime Minister, Agresti, Categorical Data Analysis
     * (1990), section 10.1, the example of R's {@code mcnemar.test}.
     */
    @ParameterizedTest
    @CsvSource({
        "86, 150, 3.71593613957143e-05",
        "0, 5, 0.0625",
        "3, 3, 1",
        "1, 9, 0.021484375",
        "12, 30, 0.0079158973348967352",
        "4990, 5210, 0.030121522419107215",
        "0, 1000, 1.8665272370065119e-301",
        "499000, 501000, 0.045608299865382104",
        "1000000, 1004000, 0.0047295764933651336"
    })
    void agreesWithR(int onlyA, int onlyB, double p) {
        assertThat(McNemar.p(onlyA, onlyB) / p).isCloseTo(1, within(1e-10));
        assertThat(McNemar.p(onlyB, onlyA)).isEqualTo(McNemar.p(onlyA, onlyB));
    }

    @Test
    void isExactForFewPairs() {
        assertThat(McNemar.p(1, 9)).isEqualTo(22.0 / 1024);
        assertThat(McNemar.p(3, 7)).isEqualTo(2.0 * (1 + 10 + 45 + 120) / 1024);
    }

    @Test
    void seesNothingWhereThereAreNoSuchPairs() {
        assertThat(McNemar.p(0, 0)).isEqualTo(1);
    }

    @Test
    void reachesTheSmallestNumbers() {
        assertThat(McNemar.p(0, 1075)).isEqualTo(Double.MIN_VALUE);
        assertThat(McNemar.p(0, 5_000_000)).isZero();
    }

    @Test
    void refusesNegativeCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> McNemar.p(-1, 3));
    }
}

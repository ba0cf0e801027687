package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** R 4.2.2, {@code p.adjust(p, "holm")}. */
    @Test
    void agreesWithR() {
        assertThat(Holm.adjust(0.01, 0.02, 0.03, 0.04, 0.05))
                .containsExactly(new double[] {0.05, 0.08, 0.09, 0.09, 0.09}, within(1e-15));
        assertThat(Holm.adjust(0.0119, 0.0003, 0.0451, 0.0119, 0.2, 0.9, 0.0072, 1))
                .containsExactly(new double[] {0.0714, 0.0024, 0.1804, 0.0714, 0.6, 1, 0.0504, 1}, within(1e-15));
    }

    @Test
    void leavesASingleTestAsItIs() {
        assertThat(Holm.adjust(0.04)).containsExactly(0.04);
    }

    @Test
    void hasNothingToAdjustInAnEmptyFamily() {
        assertThat(Holm.adjust()).isEmpty();
    }

    @Test
    void leavesTheValuesAsTheyWere() {
        double[] p = {0.5, 0.01};

        assertThat(Holm.adjust(p)).containsExactly(0.5, 0.02);
        assertThat(p).containsExactly(0.5, 0.01);
    }
}

package dev.parabola.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void anEpochEndsWithItsLastStep() {
        assertThat(new Progress(0, 100, 16).epoch()).isZero();
        assertThat(new Progress(15, 100, 16).epoch()).isZero();
        assertThat(new Progress(16, 100, 16).epoch()).isOne();
    }

    @Test
    void theShareDoneNeverReachesOne() {
        assertThat(new Progress(0, 3, 1).fraction()).isZero();
        assertThat(new Progress(1, 3, 1).fraction()).isEqualTo(1.0 / 3);
        assertThat(new Progress(Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, 1).fraction())
                .isLessThan(1);
    }
}

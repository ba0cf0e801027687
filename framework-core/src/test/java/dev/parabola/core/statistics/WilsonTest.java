package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WilsonTest {
    /**
     * R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in
     * Medicine 17 (1998), table I, method 3.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void agreesWithNewcombe(int successes, int trials, double low, double high) {
        Wilson interval = Wilson.interval(successes, trials);

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    /** R 4.2.2, {@code prop.test(k, n, correct = FALSE)$conf.int}. */
    @ParameterizedTest
    @CsvSource({
        "15, 20, 0.53129912238125598, 0.88813829859233429",
        "5, 20, 0.11186170140766569, 0.46870087761874396",
        "17, 20, 0.63958113525924309, 0.94763125410378346",
        "0, 20, 0, 0.1611251580528193",
        "20, 20, 0.83887484194718065, 1",
        "6, 52, 0.053969692030872991, 0.22971664344902107",
        "319, 1100, 0.26395241206340508, 0.31750922238762846"
    })
    void agreesWithR(int successes, int trials, double low, double high) {
        Wilson interval = Wilson.interval(successes, trials);

        assertThat(interval.low()).isCloseTo(low, within(1e-14));
        assertThat(interval.high()).isCloseTo(high, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 100, 1_000_000})
    void isExactAtTheEnds(int trials) {
        assertThat(Wilson.interval(0, trials).low()).isEqualTo(0.0);
        assertThat(Wilson.interval(trials, trials).high()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 101})
    void containsTheRateAndIsItsOwnMirrorImage(int trials) {
        for (int successes = 0; successes <= trials; successes++) {
            Wilson interval = Wilson.interval(successes, trials);
            Wilson mirrored = Wilson.interval(trials - successes, trials);
            double rate = (double) successes / trials;

            assertThat(rate).isBetween(interval.low(), interval.high());
            assertThat(interval.low()).isCloseTo(1 - mirrored.high(), within(1e-15));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 3", "4, 3"})
    void refusesWhatIsNoProportion(int successes, int trials) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wilson.interval(successes, trials))
                .withMessage(successes + " successes of " + trials + " trials");
    }
}

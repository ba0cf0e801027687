package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClopperPearsonTest {
    /** Exact sums of binomial probabilities, halved 120 times, in Python's decimal arithmetic with 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "15, 20, 0.5089541282920425, 0.9134285308985655",
        "5, 20, 0.08657146910143454, 0.49104587170795755",
        "17, 20, 0.621073173454686, 0.9679290628145363",
        "0, 20, 0.0, 0.16843347098308534",
        "20, 20, 0.8315665290169146, 1.0",
        "6, 6, 0.5407418735600995, 1.0",
        "5, 5, 0.4781762498950185, 1.0",
        "1, 1, 0.025, 1.0",
        "6, 52, 0.043541203988687084, 0.23440832250510532",
        "319, 1100, 0.263321741267612, 0.3178064978847695",
        "99, 100, 0.9455406146079194, 0.9997468539670226"
    })
    void agreesWithExactSums(int successes, int trials, double low, double high) {
        ClopperPearson interval = ClopperPearson.interval(successes, trials);

        assertThat(interval.low()).isCloseTo(low, within(1e-13));
        assertThat(interval.high()).isCloseTo(high, within(1e-13));
    }

    /** From the same sums. */
    @ParameterizedTest
    @CsvSource({
        "15, 20, 0.5, 0.020694732666015625",
        "60, 100, 0.6, 0.543294485882069",
        "1, 3, 0.000001, 2.999997000001e-06",
        "900, 1000, 0.5, 6.701717790006296e-162"
    })
    void restsOnExactTails(long successes, long trials, double rate, double probability) {
        assertThat(IncompleteBeta.atLeast(successes, trials, rate)).isCloseTo(probability, within(1e-12 * probability));
    }

    @Test
    void coversTheRateAtLeastAsOftenAsItSays() {
        int trials = 20;
        for (double rate : new double[] {0.02, 0.1, 0.5, 0.73, 0.999}) {
            double covered = 0;
            for (int successes = 0; successes <= trials; successes++) {
                ClopperPearson interval = ClopperPearson.interval(successes, trials);
                if (interval.low() <= rate && rate <= interval.high()) {
                    double more = successes == trials ? 0 : IncompleteBeta.atLeast(successes + 1, trials, rate);
                    covered += (successes == 0 ? 1 : IncompleteBeta.atLeast(successes, trials, rate)) - more;
                }
            }
            assertThat(covered).isGreaterThanOrEqualTo(0.95);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 100, 1_000_000})
    void isExactAtTheEnds(int trials) {
        assertThat(ClopperPearson.interval(0, trials).low()).isEqualTo(0.0);
        assertThat(ClopperPearson.interval(trials, trials).high()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 101})
    void containsTheRateAndIsItsOwnMirrorImage(int trials) {
        for (int successes = 0; successes <= trials; successes++) {
            ClopperPearson interval = ClopperPearson.interval(successes, trials);
            ClopperPearson mirrored = ClopperPearson.interval(trials - successes, trials);
            double rate = (double) successes / trials;

            assertThat(rate).isBetween(interval.low(), interval.high());
            assertThat(interval.low()).isCloseTo(1 - mirrored.high(), within(1e-15));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 3", "4, 3"})
    void refusesWhatIsNoProportion(int successes, int trials) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.interval(successes, trials))
                .withMessage(successes + " successes of " + trials + " trials");
    }
}

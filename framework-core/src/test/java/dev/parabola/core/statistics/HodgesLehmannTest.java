package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HodgesLehmannTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** R 4.2.2: {@code wilcox.test(x, y, paired = TRUE, conf.int = TRUE)}. */
    @Test
    void agreesWithHollanderAndWolfe() {
        HodgesLehmann centre = HodgesLehmann.of(Oracles.DEPRESSION);

        assertThat(centre.estimate()).isCloseTo(0.46, within(1e-15));
        assertThat(centre.low()).isCloseTo(0.01, within(1e-15));
        assertThat(centre.high()).isCloseTo(0.786, within(1e-15));
    }

    /** R 4.2.2, {@code wilcox.test(d, conf.int = TRUE, exact = TRUE)}. */
    @ParameterizedTest
    @CsvSource({
        "6, 37, -20, 84",
        "8, 47, 8.5, 84",
        "13, 32, 3.5, 67",
        "20, 29.25, 3.5, 57",
        "35, 23, -1.5, 44",
        "50, 22.5, 4.5, 39.5",
        "51, 19.5, 3, 38.5",
        "60, 17, -1, 34",
        "100, 19, 7, 32.5"
    })
    void agreesWithR(int n, double estimate, double low, double high) {
        assertThat(HodgesLehmann.of(Oracles.untied(n))).isEqualTo(new HodgesLehmann(estimate, low, high));
    }

    @Test
    void agreesWithROnDarwinsMaize() {
        assertThat(HodgesLehmann.of(Oracles.MAIZE)).isEqualTo(new HodgesLehmann(25, 4, 41.5));
    }

    /** R 4.2.2, {@code qsignrank(0.025, n)}. */
    @ParameterizedTest
    @CsvSource({"1, 0", "5, 0", "6, 1", "7, 3", "10, 9", "20, 53", "30, 138", "50, 435"})
    void takesTheQuantilesOfR(int n, int expected) {
        assertThat(SignedRankDistribution.quantile(0.025, n)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 20, 33})
    void isTheMedianOfAllAverages(int n) {
        Random random = new Random(n);
        for (int sample = 0; sample < 50; sample++) {
            double[] differences = random.doubles(n, -1, 1)
                    .map(d -> d < -0.5 ? 0 : d > 0.9 ? INFINITY : d < -0.4 ? -INFINITY : d)
                    .toArray();

            assertThat(HodgesLehmann.of(differences).estimate())
                    .as(Arrays.toString(differences))
                    .isEqualTo(medianOfAverages(differences));
        }
    }

    private static double medianOfAverages(double[] differences) {
        int n = differences.length;
        double[] averages = new double[n * (n + 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                averages[count++] = average(differences[i], differences[j]);
            }
        }
        Arrays.sort(averages);
        double middle = averages[(count - 1) / 2];
        return count % 2 == 1 ? middle : average(middle, averages[count / 2]);
    }

    private static double average(double a, double b) {
        return a == -b ? 0 : (a + b) / 2;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void hasNoBoundsBelowSixDifferences(int n) {
        HodgesLehmann centre = HodgesLehmann.of(Oracles.untied(n));

        assertThat(centre.low()).isEqualTo(-INFINITY);
        assertThat(centre.high()).isEqualTo(INFINITY);
    }

    @Test
    void averagesOppositeInfinitiesToZero() {
        assertThat(HodgesLehmann.of(new double[] {-INFINITY, INFINITY}).estimate())
                .isZero();
    }

    /** 30 % of infinite differences make 51 % of the averages infinite. */
    @Test
    void isInfiniteFromThirtyPercentOfInfiniteDifferencesOn() {
        double[] differences = new double[100];
        Arrays.fill(differences, 0, 29, INFINITY);
        assertThat(HodgesLehmann.of(differences).estimate()).isZero();

        differences[29] = INFINITY;
        assertThat(HodgesLehmann.of(differences).estimate()).isEqualTo(INFINITY);
    }

    @Test
    void mirrorsWhenTheSignsAreReversed() {
        double[] reversed = Arrays.stream(Oracles.tied(60)).map(d -> -d).toArray();
        HodgesLehmann centre = HodgesLehmann.of(Oracles.tied(60));

        assertThat(HodgesLehmann.of(reversed))
                .isEqualTo(new HodgesLehmann(-centre.estimate(), -centre.high(), -centre.low()));
    }

    @Test
    void holdsNoMoreThanTheDifferences() {
        double[] differences = new double[1_000_000];
        Arrays.setAll(differences, i -> i);

        assertThat(HodgesLehmann.of(differences).estimate()).isEqualTo(499_999.5);
    }

    @Test
    void refusesWhatHasNoCentre() {
        assertThatIllegalArgumentException().isThrownBy(() -> HodgesLehmann.of(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> HodgesLehmann.of(new double[] {1, Double.NaN}));
    }
}

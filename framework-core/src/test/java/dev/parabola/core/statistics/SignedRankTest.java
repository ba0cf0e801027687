package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRankTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** R 4.2.2: {@code wilcox.test(x, y, paired = TRUE)} gives V = 40, p-value = 0.03906. */
    @Test
    void agreesWithHollanderAndWolfe() {
        SignedRank test = SignedRank.test(Oracles.DEPRESSION);

        assertThat(test.rankSum()).isEqualTo(40);
        assertThat(test.p()).isEqualTo(0.0390625);
    }

    /** SciPy 1.17.1: {@code wilcoxon(d)} gives statistic 24 (the smaller sum, of 120), p-value 0.041259765625. */
    @Test
    void agreesWithSciPyOnDarwinsMaize() {
        SignedRank test = SignedRank.test(Oracles.MAIZE);

        assertThat(test.rankSum()).isEqualTo(96);
        assertThat(test.p()).isEqualTo(0.041259765625);
    }

    /** R 4.2.2, {@code wilcox.test(d, exact = TRUE)}. */
    @ParameterizedTest
    @CsvSource({
        "6, 18, 0.15625000000000006",
        "8, 33, 0.039062500000000014",
        "13, 76, 0.032714843750000021",
        "20, 165, 0.023950576782226562",
        "35, 434, 0.051460869144648459",
        "50, 895, 0.012213348101271391"
    })
    void agreesWithRWithoutTies(int n, double rankSum, double p) {
        SignedRank test = SignedRank.test(Oracles.untied(n));

        assertThat(test.rankSum()).isEqualTo(rankSum);
        assertThat(test.p() / p).isCloseTo(1, within(1e-14));
    }

    /** coin 1.4-2 under R 4.2.2, {@code wilcoxsign_test(d ~ 0, zero.method = "Pratt", distribution = "exact")}. */
    @ParameterizedTest
    @CsvSource({
        "6, 0.125",
        "8, 0.109375",
        "13, 0.0576171875",
        "20, 0.007415771484375",
        "35, 0.0014082752168178558",
        "50, 5.9858119016098499e-05"
    })
    void agreesWithCoinOnTiesAndZeros(int n, double p) {
        assertThat(SignedRank.test(Oracles.tied(n)).p() / p).isCloseTo(1, within(1e-12));
    }

    /** R 4.2.2, {@code wilcox.test(d, exact = FALSE, correct = FALSE)}. */
    @ParameterizedTest
    @CsvSource({"51, 907, 0.022188474616196847", "60, 1180, 0.05107789118547695", "100, 3379, 0.0033212142767676226"})
    void agreesWithTheNormalApproximationOfRAboveFifty(int n, double rankSum, double p) {
        SignedRank test = SignedRank.test(Oracles.untied(n));

        assertThat(test.rankSum()).isEqualTo(rankSum);
        assertThat(test.p() / p).isCloseTo(1, within(1e-13));
    }

    /** SciPy 1.17.1, {@code wilcoxon(d, zero_method="pratt", correction=False, method="asymptotic")}. */
    @ParameterizedTest
    @CsvSource({"60, 4.1644794056476886e-05", "100, 1.682027707605225e-07", "1000, 2.4292486148595246e-60"})
    void agreesWithTheNormalApproximationOfSciPyOnTiesAndZeros(int n, double p) {
        assertThat(SignedRank.test(Oracles.tied(n)).p() / p).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 10})
    void countsAllAssignmentsOfSigns(int n) {
        Random random = new Random(n);
        for (int sample = 0; sample < 50; sample++) {
            double[] differences = IntStream.range(0, n)
                    .mapToDouble(i -> random.nextInt(7) - 3)
                    .map(d -> d == 3 ? INFINITY : d)
                    .toArray();

            assertThat(SignedRank.test(differences).p())
                    .as(Arrays.toString(differences))
                    .isEqualTo(shareOfSignsAsExtreme(differences));
        }
    }

    /** From the definition: midranks by counting, and every assignment of signs to the differences that are not zero. */
    private static double shareOfSignsAsExtreme(double[] differences) {
        double[] ranks = Arrays.stream(differences)
                .filter(d -> d != 0)
                .map(d -> {
                    double smaller = Arrays.stream(differences)
                            .filter(other -> Math.abs(other) < Math.abs(d))
                            .count();
                    double equal = Arrays.stream(differences)
                            .filter(other -> Math.abs(other) == Math.abs(d))
                            .count();
                    return smaller + (equal + 1) / 2;
                })
                .toArray();
        double[] signs = Arrays.stream(differences).filter(d -> d != 0).toArray();
        double observed = 0;
        for (int i = 0; i < ranks.length; i++) {
            observed += Math.signum(signs[i]) * ranks[i];
        }
        int extreme = 0;
        for (int assignment = 0; assignment < 1 << ranks.length; assignment++) {
            double sum = 0;
            for (int i = 0; i < ranks.length; i++) {
                sum += (assignment >> i & 1) == 0 ? -ranks[i] : ranks[i];
            }
            extreme += Math.abs(sum) >= Math.abs(observed) ? 1 : 0;
        }
        return (double) extreme / (1 << ranks.length);
    }

    @Test
    void seesNothingInZerosAlone() {
        assertThat(SignedRank.test(new double[] {0, -0.0, 0}).p()).isEqualTo(1);
        assertThat(SignedRank.test(new double[2000]).p()).isEqualTo(1);
    }

    @Test
    void ranksInfiniteDifferencesHighest() {
        assertThat(SignedRank.test(new double[] {-INFINITY, 1, 2, 3}))
                .isEqualTo(SignedRank.test(new double[] {-4, 1, 2, 3}));
        assertThat(SignedRank.test(new double[] {-INFINITY, INFINITY, 2, 3}))
                .isEqualTo(SignedRank.test(new double[] {-4, 4, 2, 3}));
    }

    @Test
    void isExactWhileAtMostFiftyDifferencesAreNotZero() {
        double[] eightOfAThousand = new double[1000];
        Arrays.fill(eightOfAThousand, 0, 8, 1);

        assertThat(SignedRank.test(eightOfAThousand).p()).isEqualTo(1.0 / 128);
    }

    @Test
    void isTheSameWithTheSignsReversed() {
        double[] reversed = Arrays.stream(Oracles.tied(35)).map(d -> -d).toArray();

        assertThat(SignedRank.test(reversed).p())
                .isEqualTo(SignedRank.test(Oracles.tied(35)).p());
    }

    @Test
    void doesNotVanishWhereAllDifferencesAgree() {
        double[] differences = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();

        assertThat(SignedRank.test(differences).p()).isBetween(1e-170, 1e-160);
    }

    @Test
    void refusesWhatCannotBeRanked() {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedRank.test(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> SignedRank.test(new double[] {1, Double.NaN}));
    }
}

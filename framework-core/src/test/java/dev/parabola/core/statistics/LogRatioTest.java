package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRatioTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 1e-300, -Infinity",
        "1e-300, 0, Infinity",
        "NaN, NaN, 0",
        "NaN, Infinity, Infinity",
        "3, NaN, -Infinity",
        "Infinity, Infinity, 0",
        "Infinity, 3, Infinity",
        "3, Infinity, -Infinity",
        "0, NaN, -Infinity",
        "2, 1, 0.6931471805599453",
        "1e-300, 1e300, -1381.5510557964274",
        "1e300, 1e-300, 1381.5510557964274"
    })
    void isTheLogarithmOfTheErrorsQuotient(double a, double b, double difference) {
        assertThat(LogRatio.of(a, b)).isEqualTo(difference);
    }

    @Test
    void changesNothingButItsSignWhereTheErrorsAreExchanged() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            double a = Math.scalb(random.nextDouble(), random.nextInt(1800) - 1000);
            double b = Math.scalb(random.nextDouble(), random.nextInt(1800) - 1000);

            assertThat(LogRatio.of(b, a)).isEqualTo(-LogRatio.of(a, b));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-0.0, 1", "Infinity, Infinity", "-Infinity, 0", "800, Infinity", "-800, 0"})
    void becomesARatio(double logarithm, double ratio) {
        assertThat(LogRatio.ratio(logarithm)).isEqualTo(ratio);
    }

    /** {@code exp(-x)} alone differs from {@code 1 / exp(x)} in every third case. */
    @Test
    void becomesTheReciprocalRatioWhereTheErrorsAreExchanged() {
        Random random = new Random(4);
        for (int i = 0; i < 1000; i++) {
            double logarithm = 5 * random.nextDouble();

            assertThat(LogRatio.ratio(logarithm)).isCloseTo(Math.exp(logarithm), within(1e-12));
            assertThat(LogRatio.ratio(-logarithm)).isEqualTo(1 / LogRatio.ratio(logarithm));
        }
    }

    @Test
    void hasAMedianThatFavoursNeitherSide() {
        assertThat(LogRatio.median(new double[] {3, -1, 7})).isEqualTo(3);
        assertThat(LogRatio.median(new double[] {4, -2, -9, 100})).isEqualTo(1);
        assertThat(LogRatio.median(new double[] {INFINITY, -INFINITY})).isZero();
        assertThat(LogRatio.median(new double[] {INFINITY, 2})).isEqualTo(INFINITY);
        assertThat(LogRatio.median(new double[] {0.0, -0.0, -0.0}))
                .isEqualTo(LogRatio.median(new double[] {-0.0, 0.0, 0.0}));
    }
}

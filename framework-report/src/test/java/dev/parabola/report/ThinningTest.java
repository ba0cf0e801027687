package dev.parabola.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTest {
    @Test
    void leavesAllWhereNothingIsToGo() {
        double[] all = {3, 1, 2};

        assertThat(new Thinning(1).values(all)).isSameAs(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 10, 1000})
    void keepsBothEndsOfAnyNumberOfPoints(int stride) {
        for (int count = 1; count < 60; count++) {
            double[] ascending = IntStream.range(0, count).asDoubleStream().toArray();

            double[] left = new Thinning(stride).values(ascending);

            assertThat(left[0]).isZero();
            assertThat(left[left.length - 1]).isEqualTo(count - 1.0);
            assertThat(left).isSorted().doesNotHaveDuplicates();
            assertThat(left.length).isLessThanOrEqualTo(count);
        }
    }

    @Test
    void leavesAboutEverySoManythPoint() {
        assertThat(new Thinning(10).values(new double[1001]).length).isBetween(95, 110);
    }

    @Test
    void makesABandOfAWaveThatIsTooFast() {
        // Every tenth point of it is the same.
        double[] wave = IntStream.rangeClosed(0, 1000)
                .mapToDouble(i -> Math.sin(i * Math.PI / 5))
                .toArray();

        double[] left = new Thinning(10).values(wave);

        for (int i = 1; i < left.length - 2; i += 2) {
            double low = Math.min(left[i], left[i + 1]);
            double high = Math.max(left[i], left[i + 1]);
            assertThat(low).isLessThan(-0.9);
            assertThat(high).isGreaterThan(0.9);
        }
    }

    @Test
    void keepsEveryExtremeAndTheOrderOfTwo() {
        double[] spikes = {0, 0, 5, 0, 0, 0, -5, 0, 0, 0, 0};

        double[] left = new Thinning(5).values(spikes);

        assertThat(left).containsExactly(0, 5, -5, 0);
    }

    @Test
    void takesNoNotNumberForAnExtreme() {
        double[] gap = {1, Double.NaN, 4, Double.POSITIVE_INFINITY, 2, Double.NaN, 3};

        double[] left = new Thinning(10).values(gap);

        assertThat(DoubleStream.of(left)).containsExactly(1.0, 4.0, 2.0, 3.0);
        assertThat(new Thinning(2).values(nothing(9))).hasSize(6).containsOnly(Double.NaN);
    }

    private static double[] nothing(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}

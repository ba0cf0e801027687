package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedianIntervalTest {
    /** R 4.2.2, {@code qbinom(0.025, n, 0.5)}. */
    @ParameterizedTest
    @CsvSource({"6, 1", "8, 1", "9, 2", "12, 3", "20, 6", "25, 8", "100, 40", "101, 41", "1000, 469"})
    void reachesFromTheBinomialQuantileToItsMirrorImage(int n, int rank) {
        double[] sample = IntStream.rangeClosed(1, n).asDoubleStream().toArray();

        assertThat(MedianInterval.of(sample)).contains(new MedianInterval(rank, n + 1 - rank));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void isNotThereBelowSixValues(int n) {
        assertThat(MedianInterval.of(new double[n])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 9, 20, 51, 200})
    void coversTheMedianAtLeastNineteenTimesOfTwentyAndIsTheNarrowestThatDoes(int n) {
        double[] sample = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
        int rank = (int) MedianInterval.of(sample).orElseThrow().low();

        assertThat(1 - FairBinomial.bothTails(rank - 1, n)).isGreaterThanOrEqualTo(0.95);
        assertThat(1 - FairBinomial.bothTails(rank, n)).isLessThan(0.95);
    }

    @Test
    void endsInADivergedTrialWhereManyDiverged() {
        MedianInterval interval =
                MedianInterval.of(new double[] {3, Double.NaN, 1, 2, 5, 4}).orElseThrow();

        assertThat(interval.low()).isEqualTo(1);
        assertThat(interval.high()).isNaN();
    }

    @Test
    void leavesTheSampleAsItIs() {
        double[] sample = {6, 5, 4, 3, 2, 1};

        assertThat(MedianInterval.of(sample)).contains(new MedianInterval(1, 6));
        assertThat(sample).containsExactly(6, 5, 4, 3, 2, 1);
    }
}

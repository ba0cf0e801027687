package dev.parabola.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static final int DRAWS = 200_000;

    @Test
    void givesTheSameNumbersForTheSameName() {
        RandomStream first = new RandomStream(42, 7, Purpose.NOISE, 3);
        RandomStream second = new RandomStream(42, 7, Purpose.NOISE, 3);
        for (int i = 0; i < 1000; i++) {
            assertThat(second.nextInt()).isEqualTo(first.nextInt());
        }
    }

    @Test
    void givesOtherNumbersWhereAnyPartOfTheNameDiffers() {
        Set<Long> beginnings = new HashSet<>();
        int names = 0;
        for (long seed : new long[] {0, 1, -1, 1L << 32}) {
            for (int replica : new int[] {RandomStream.ALL_REPLICAS, 0, 1, 2}) {
                for (Purpose purpose : Purpose.values()) {
                    for (int index : new int[] {0, 1, 2}) {
                        RandomStream stream = new RandomStream(seed, replica, purpose, index);
                        beginnings.add((long) stream.nextInt() << 32 | (stream.nextInt() & 0xFFFFFFFFL));
                        names++;
                    }
                }
            }
        }
        assertThat(beginnings).hasSize(names);
    }

    /** A purpose's code is part of every figure ever published. */
    @Test
    void neverChangesWhatANameMeans() {
        int[] first = Arrays.stream(Purpose.values())
                .mapToInt(purpose -> new RandomStream(1, 2, purpose, 3).nextInt())
                .toArray();
        assertThat(first).containsExactly(PINNED);
    }

    private static final int[] PINNED = {-189249945, -27813838, 451045741, 458349454, -914678777};

    @Test
    void drawsUniformNumbersFromZeroToBelowOne() {
        RandomStream stream = new RandomStream(0, 0, Purpose.DATA, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double u = stream.uniform();
            assertThat(u >= 0 && u < 1).isTrue();
            sum += u;
            squares += u * u;
        }
        assertThat(sum / DRAWS).isCloseTo(0.5, within(5 * 0.2887 / Math.sqrt(DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(1.0 / 3, within(5 * 0.2981 / Math.sqrt(DRAWS)));
    }

    @Test
    void drawsNormalNumbersWithTheNormalMoments() {
        RandomStream stream = new RandomStream(0, 0, Purpose.NOISE, 0);
        double[] moments = new double[4];
        for (int i = 0; i < DRAWS; i++) {
            double z = stream.gaussian();
            assertThat(Double.isFinite(z)).isTrue();
            moments[0] += z;
            moments[1] += z * z;
            moments[2] += z * z * z;
            moments[3] += z * z * z * z;
        }
        double error = 5 / Math.sqrt(DRAWS);
        assertThat(moments[0] / DRAWS).isCloseTo(0, within(error));
        assertThat(moments[1] / DRAWS).isCloseTo(1, within(error * 1.42));
        assertThat(moments[2] / DRAWS).isCloseTo(0, within(error * 3.9));
        assertThat(moments[3] / DRAWS).isCloseTo(3, within(error * 9.8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1000, Integer.MAX_VALUE})
    void drawsWholeNumbersBelowTheBound(int bound) {
        RandomStream stream = new RandomStream(5, 0, Purpose.SHUFFLE, 0);
        int[] counts = new int[Math.min(bound, 10)];
        for (int i = 0; i < DRAWS; i++) {
            int number = stream.below(bound);
            assertThat(number >= 0 && number < bound).isTrue();
            counts[(int) ((long) number * counts.length / bound)]++;
        }
        double expected = (double) DRAWS / counts.length;
        for (int count : counts) {
            assertThat((double) count).isCloseTo(expected, within(5 * Math.sqrt(expected) + 1e-9));
        }
    }

    @Test
    void putsEveryNumberSomewhereAndEveryOrderIsAsLikely() {
        int[] counts = new int[6];
        for (int epoch = 0; epoch < 60_000; epoch++) {
            int[] order = {0, 1, 2};
            new RandomStream(9, RandomStream.ALL_REPLICAS, Purpose.SHUFFLE, epoch).shuffle(order);
            assertThat(Arrays.stream(order).sorted().toArray()).containsExactly(0, 1, 2);
            counts[order[0] * 2 + (order[1] > order[2] ? 1 : 0)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_500, 10_500);
        }
    }
}

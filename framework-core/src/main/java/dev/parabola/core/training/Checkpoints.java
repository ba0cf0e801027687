package dev.parabola.core.training;

import dev.parabola.api.math.Elementary;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The steps at which a trial's history is written: dense at first, when most is learned, then ever sparser. */
final class Checkpoints {
    private Checkpoints() {}

    /**
     * Step 0, then round(S^(k/(n−2))) for k = 0 … n−2, each once.
     *
     * @param steps the number of steps S of the whole training, at least 1
     * @param count n, at least 2
     * @return the steps, ascending, from 0 to S
     */
    static long[] of(long steps, int count) {
        int last = count - 2;
        DoubleStream powers = last == 0
                ? DoubleStream.of((double) steps)
                : IntStream.rangeClosed(0, last)
                        .mapToDouble(
                                k -> k == last ? (double) steps : Elementary.pow((double) steps, (double) k / last));
        return DoubleStream.concat(DoubleStream.of(0), powers)
                .mapToLong(power -> (long) Math.floor(power + 0.5))
                .distinct()
                .toArray();
    }
}

package dev.parabola.core.training;

import dev.parabola.core.random.Purpose;
import dev.parabola.core.random.RandomStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The order in which each epoch visits the training points. All replicas visit the numbers of their points in the same order, so
 * that lanes read a row at once; which point bears which number is random in every replica, so each replica's order of points is
 * uniformly random all the same. Orders are kept for all trials of a study. Safe to use from several threads.
 */
final class EpochOrders {
    private static final int MOST_BYTES_KEPT = 1 << 25;
    /** An array's header and its place in the list. */
    private static final int BYTES_BESIDE_NUMBERS = 24;

    private final long seed;
    private final int samples;
    private final boolean shuffled;
    private final AtomicReferenceArray<int[]> kept;

    /**
     * The orders of epochs.
     *
     * @param seed the study's seed
     * @param samples the number of training points
     * @param batch the number of points of a step; a batch of all points is visited in the order of the points' numbers
     * @param epochs the number of epochs that will be asked for
     */
    EpochOrders(long seed, int samples, int batch, long epochs) {
        this.seed = seed;
        this.samples = samples;
        this.shuffled = batch < samples;
        this.kept = new AtomicReferenceArray<>((int) Math.min(
                shuffled ? epochs : 1, MOST_BYTES_KEPT / (BYTES_BESIDE_NUMBERS + (long) Integer.BYTES * samples)));
    }

    /** The numbers of the training points in the order of an epoch, drawn anew where it is not kept; not to be modified. */
    int[] of(long epoch) {
        long place = shuffled ? epoch : 0;
        if (place >= kept.length()) {
            return draw(place);
        }
        int[] order = kept.get((int) place);
        if (order == null) {
            order = draw(place);
            kept.set((int) place, order);
        }
        return order;
    }

    private int[] draw(long epoch) {
        int[] order = new int[samples];
        Arrays.setAll(order, i -> i);
        if (shuffled) {
            new RandomStream(seed, RandomStream.ALL_REPLICAS, Purpose.SHUFFLE, (int) epoch).shuffle(order);
        }
        return order;
    }
}

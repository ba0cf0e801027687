package dev.parabola.core.random;

import dev.parabola.api.math.Elementary;

/**
 * A sequence of random numbers that is known by its name (seed, replica, purpose, index): the same name always gives the same
 * numbers, different names give independent ones. {@link Philox} encrypts the counter (block, index, replica, purpose) with the
 * seed as key. Not thread-safe.
 */
public final class RandomStream {
    /** The replica of a stream that all replicas share. */
    public static final int ALL_REPLICAS = -1;

    private static final double TWO_TO_MINUS_53 = 0x1p-53;
    private static final double TWO_PI = 6.283185307179586;

    private final long seed;
    private final int replica;
    private final Purpose purpose;
    private final int index;
    private final int[] words = new int[4];
    private int block;
    private int used = 4;
    private double spare = Double.NaN;

    /**
     * The stream of a name, at its beginning.
     *
     * @param seed the study's seed
     * @param replica the replica, from 0, or {@link #ALL_REPLICAS}
     * @param purpose what the numbers are for
     * @param index the layer or epoch, from 0; 0 where the purpose has none
     */
    public RandomStream(long seed, int replica, Purpose purpose, int index) {
        this.seed = seed;
        this.replica = replica;
        this.purpose = purpose;
        this.index = index;
    }

    /**
     * 32 random bits.
     *
     * @return any int, all equally likely
     */
    public int nextInt() {
        if (used == 4) {
            words[0] = block++;
            words[1] = index;
            words[2] = replica;
            words[3] = purpose.code();
            Philox.block(seed, words);
            used = 0;
        }
        return words[used++];
    }

    /**
     * A number of 53 random bits.
     *
     * @return a multiple of 2⁻⁵³ in [0, 1), all equally likely
     */
    public double uniform() {
        int high = nextInt() >>> 5;
        int low = nextInt() >>> 6;
        return (((long) high << 26) + low) * TWO_TO_MINUS_53;
    }

    /**
     * A standard normal number, by the method of G. E. P. Box and M. E. Muller (1958).
     *
     * @return a number of mean 0 and standard deviation 1
     */
    public double gaussian() {
        if (!Double.isNaN(spare)) {
            double result = spare;
            spare = Double.NaN;
            return result;
        }
        double radius = Math.sqrt(-2 * Elementary.log(1 - uniform()));
        double angle = TWO_PI * uniform();
        spare = radius * Elementary.sin(angle);
        return radius * Elementary.cos(angle);
    }

    /**
     * A whole number below a bound, without bias, by the method of D. Lemire (2019).
     *
     * @param bound the bound, positive
     * @return from 0 to bound − 1, all equally likely
     */
    public int below(int bound) {
        long product = (nextInt() & 0xFFFFFFFFL) * bound;
        if ((product & 0xFFFFFFFFL) < bound) {
            long threshold = (1L << 32) % bound;
            while ((product & 0xFFFFFFFFL) < threshold) {
                product = (nextInt() & 0xFFFFFFFFL) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * Puts numbers in random order, all orders equally likely (R. A. Fisher, F. Yates; R. Durstenfeld 1964).
     *
     * @param numbers the numbers; shuffled in place
     */
    public void shuffle(int[] numbers) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
    }
}

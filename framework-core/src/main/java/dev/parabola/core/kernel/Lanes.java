package dev.parabola.core.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The trials that are trained side by side, and which of them still go on. A lane that has stopped or was idle from the beginning keeps
 * its place; what its rows hold does not matter. Not thread-safe.
 */
public final class Lanes {
    private static final int SCRATCH_ROWS = 2;

    private final int count;
    private final double[] scratch64;
    private final float[] scratch32;
    private int[] active;

    /**
     * Lanes that all go on.
     *
     * @param count how many, at least 1
     */
    public Lanes(int count) {
        this(count, count);
    }

    /**
     * Lanes of which the last are idle from the beginning.
     *
     * @param count how many, idle ones included, at least 1
     * @param busy how many are not idle
     */
    public Lanes(int count, int busy) {
        this.count = count;
        this.active = IntStream.range(0, busy).toArray();
        scratch64 = new double[SCRATCH_ROWS * count];
        scratch32 = new float[SCRATCH_ROWS * count];
    }

    /**
     * Room for two rows of doubles, in which a kernel may leave what it likes.
     *
     * @return the array itself
     */
    public double[] scratch64() {
        return scratch64;
    }

    /**
     * Room for two rows of floats, in which a kernel may leave what it likes.
     *
     * @return the array itself
     */
    public float[] scratch32() {
        return scratch32;
    }

    /**
     * The number of lanes, stopped ones included: the length of a row.
     *
     * @return at least 1
     */
    public int count() {
        return count;
    }

    /**
     * The lanes that go on.
     *
     * @return their numbers, ascending; not to be modified
     */
    public int[] active() {
        return active;
    }

    /**
     * Stops a lane; the others go on.
     *
     * @param lane its number
     */
    public void stop(int lane) {
        active = Arrays.stream(active).filter(other -> other != lane).toArray();
    }
}

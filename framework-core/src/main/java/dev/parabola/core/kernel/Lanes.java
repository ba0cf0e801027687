package dev.parabola.core.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The trials that are trained side by side, and which of them still go on. A lane that has stopped or was idle from the beginning keeps
 * its place; what its rows hold does not matter. What belongs to a kernel's arithmetic lies in arrays of rows, the first of which need
 * not begin with its array. Not thread-safe.
 */
public final class Lanes {
    private static final int SCRATCH_ROWS = 2;

    /**
     * Bytes at multiples of this distance share so few places of a first-level cache that a batch of them does not find room (measured with
     * 64 units of 16 floats on a Zen 5: sums over samples take half as long again).
     */
    private static final int CROWDED = 1024;

    private final int count;
    private final RowStart start;
    private final double[] scratch64;
    private final float[] scratch32;
    private int[] active;

    /**
     * Lanes that all go on, whose rows begin with their array.
     *
     * @param count how many, at least 1
     */
    public Lanes(int count) {
        this(count, count, RowStart.AT_ONCE);
    }

    /**
     * Lanes of which the last are idle from the beginning.
     *
     * @param count how many, idle ones included, at least 1
     * @param busy how many are not idle
     * @param start where rows begin in their arrays
     */
    public Lanes(int count, int busy, RowStart start) {
        this.count = count;
        this.start = start;
        this.active = IntStream.range(0, busy).toArray();
        scratch64 = new double[SCRATCH_ROWS * count];
        scratch32 = new float[SCRATCH_ROWS * count];
    }

    /**
     * The index of the first row in an array of doubles.
     *
     * @return at least 0
     */
    public int first64() {
        return start.first64();
    }

    /**
     * The index of the first row in an array of floats.
     *
     * @return at least 0
     */
    public int first32() {
        return start.first32();
    }

    /**
     * How many rows apart the doubles of neighbouring samples best begin.
     *
     * @param rows how many each sample has
     * @return at least as many
     */
    public int stride64(int rows) {
        return stride(rows, Double.BYTES);
    }

    /**
     * How many rows apart the floats of neighbouring samples best begin.
     *
     * @param rows how many each sample has
     * @return at least as many
     */
    public int stride32(int rows) {
        return stride(rows, Float.BYTES);
    }

    private int stride(int rows, int bytes) {
        return rows * count * bytes % CROWDED == 0 ? rows + 1 : rows;
    }

    /**
     * An array for rows of doubles.
     *
     * @param rows how many
     * @return zeros
     */
    public double[] rows64(int rows) {
        return new double[start.first64() + rows * count];
    }

    /**
     * An array for rows of floats.
     *
     * @param rows how many
     * @return zeros
     */
    public float[] rows32(int rows) {
        return new float[start.first32() + rows * count];
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

package dev.parabola.core.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The trials that are trained side by side, and which of them still go on. A lane that has stopped keeps its place; what its rows
 * hold no longer matters.
 */
public final class Lanes {
    private final int count;
    private int[] active;

    /**
     * Lanes that all go on.
     *
     * @param count how many, at least 1
     */
    public Lanes(int count) {
        this.count = count;
        this.active = IntStream.range(0, count).toArray();
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

package dev.parabola.core.kernel;

/**
 * Where in its array the first row of lanes begins. An array's numbers come after a header that no cache line ends with, so a row of
 * the length of a cache line lies in two of them, unless some numbers before it stay unused and the virtual machine puts arrays at
 * multiples of that length. Figures do not depend on it.
 *
 * @param first64 how many doubles come before the first row
 * @param first32 how many floats come before the first row
 */
public record RowStart(int first64, int first32) {
    /** Rows from the beginning of the array on. */
    public static final RowStart AT_ONCE = new RowStart(0, 0);

    /**
     * Rows whose first begins at the next multiple of a cache line's length.
     *
     * @param header64 the bytes before the numbers of an array of doubles
     * @param header32 the bytes before the numbers of an array of floats
     * @param line the length of a cache line in bytes
     * @return the start
     */
    public static RowStart atLine(int header64, int header32, int line) {
        return new RowStart(
                Math.floorMod(-header64, line) / Double.BYTES, Math.floorMod(-header32, line) / Float.BYTES);
    }
}

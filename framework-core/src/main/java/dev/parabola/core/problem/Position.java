package dev.parabola.core.problem;

/**
 * A place in something that was read.
 *
 * @param source what was read: a file as the user named it, or an option such as {@code --set training.batch=0}
 * @param line the line, from 1; 0 where the place is the source as a whole
 * @param column the column in Unicode code points, from 1; 0 where the place is the source as a whole
 */
public record Position(String source, int line, int column) {
    /**
     * The source as a whole.
     *
     * @param source what was read
     * @return its position
     */
    public static Position of(String source) {
        return new Position(source, 0, 0);
    }

    /**
     * A place further right in the same line.
     *
     * @param columns how many code points further
     * @return the position
     */
    public Position right(int columns) {
        return line == 0 ? this : new Position(source, line, column + columns);
    }

    /** {@code square.yaml:14:23}, or the source alone. */
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}

package dev.parabola.api.expression;

/** A text that is no formula. The message tells what is wrong; {@link #position} where. */
public final class ExpressionSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int position;

    ExpressionSyntaxException(int position, String message) {
        super(message, null, false, false);
        this.position = position;
    }

    /**
     * Where the text goes wrong.
     *
     * @return the index of the first character of what does not fit, from 0: an unknown word, a call with the wrong number of
     *     arguments, a parenthesis that is never closed; the text's length if its end came too early otherwise
     */
    public int position() {
        return position;
    }
}

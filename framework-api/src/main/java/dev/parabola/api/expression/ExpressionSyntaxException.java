package dev.parabola.api.expression;

/** A text that is no formula. The message tells what is wrong, and what there is instead; {@link #position} where. */
public final class ExpressionSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int position;
    private final String reason;

    ExpressionSyntaxException(int position, String reason) {
        super(reason, null, false, false);
        this.position = position;
        this.reason = reason;
    }

    /** With a clause about what there is instead. */
    ExpressionSyntaxException(int position, String reason, String instead) {
        super(reason + "; " + instead, null, false, false);
        this.position = position;
        this.reason = reason;
    }

    /**
     * What is wrong, without what there is instead.
     *
     * @return the message, or its beginning
     */
    public String reason() {
        return reason;
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

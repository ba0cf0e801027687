package dev.parabola.core.data;

/** A cell's settings do not fit together, so none of its trials can be trained. */
public class UnfitCellException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Refuses a cell.
     *
     * @param message what does not fit
     */
    public UnfitCellException(String message) {
        super(message);
    }
}

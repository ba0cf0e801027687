package dev.parabola.api;

/**
 * A target function that no {@link dev.parabola.api.expression.Expression} can say, as a plain function. It must be
 * deterministic: it may use {@link dev.parabola.api.math.Elementary} but not the elementary functions of {@link Math}, whose bits
 * differ between Java versions.
 */
public interface NumericTargetFunction extends Plugin {
    /**
     * The number of inputs.
     *
     * @return at least 1
     */
    default int inputs() {
        return 1;
    }

    /**
     * The function's value.
     *
     * @param x the point, one coordinate per input, all finite; not to be modified or kept
     * @return the value; a non-finite one means that the point lies outside the natural domain
     */
    double value(double[] x);

    /**
     * Whether a point belongs to the function's natural domain; a point whose value is not finite never does.
     *
     * @param x the point, one coordinate per input, all finite
     * @return true if the function is defined there
     */
    default boolean isDefinedAt(double... x) {
        return true;
    }
}

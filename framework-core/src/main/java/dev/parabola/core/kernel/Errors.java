package dev.parabola.core.kernel;

/** How far predictions are off, over all points of an examination; always in float64. All arrays are lane-innermost. */
public interface Errors {
    /**
     * Sums of squares: for each lane 0 + Σ e · e in the order of the points, with e = prediction − target, each term added by one
     * fused multiply-add.
     *
     * @param lanes the lanes
     * @param points the number of points
     * @param predictions ordered [point][lane]
     * @param targets ordered [point][lane]
     * @param sums receives a value per lane
     */
    void squares(Lanes lanes, int points, double[] predictions, double[] targets, double[] sums);

    /**
     * Sums of squares and the largest errors, in the target's own units: e = (prediction · scale + shift) − target, each operation
     * rounded.
     *
     * @param lanes the lanes
     * @param predictions ordered [point][lane], in scaled units
     * @param scales a scale per lane
     * @param shifts a shift per lane
     * @param targets ordered [point], the same for all lanes
     * @param sums receives a value per lane: 0 + Σ e · e in the order of the points
     * @param largest receives a value per lane: the largest |e|, NaN if any is
     */
    void examine(
            Lanes lanes,
            double[] predictions,
            double[] scales,
            double[] shifts,
            double[] targets,
            double[] sums,
            double[] largest);
}

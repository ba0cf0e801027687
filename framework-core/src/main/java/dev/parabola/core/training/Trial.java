package dev.parabola.core.training;

/**
 * One training to be made.
 *
 * @param number the trial's number in the study
 * @param replica its replica
 * @param plan its cell
 * @param sits whether the result shall hold a portrait
 */
public record Trial(long number, int replica, CellPlan plan, boolean sits) {
    /** Of the replicas before this one, portraits hold the way through training; it is long, and one of them is shown. */
    public static final int REPLICAS_WITH_FITS = 1000;

    /** Of the replicas before this one, portraits hold the breakpoints. */
    public static final int REPLICAS_WITH_BREAKPOINTS = 20;

    boolean keepsFits() {
        return sits && replica < REPLICAS_WITH_FITS && plan.shape().inputs() == 1;
    }

    boolean keepsBreakpoints() {
        return sits && replica < REPLICAS_WITH_BREAKPOINTS;
    }
}

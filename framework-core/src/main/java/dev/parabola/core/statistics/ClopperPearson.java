package dev.parabola.core.statistics;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The exact 95 % interval of a proportion, which covers it at least so often whatever it is: C. J. Clopper and E. S. Pearson, "The use of
 * confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934).
 *
 * @param low the rate at which so many successes or more have a probability of 2.5 %; 0 exactly when there is no success
 * @param high the rate at which so many or fewer have; 1 exactly when all are successes
 */
public record ClopperPearson(double low, double high) {
    /** The probability that either end may leave outside. */
    static final double TAIL = 0.025;

    /** So small studies ask for the same few intervals again and again. */
    private static final int KEPT = 101;

    private static final AtomicReferenceArray<double[]> LOWER = new AtomicReferenceArray<>(KEPT);

    /**
     * The interval.
     *
     * @param successes from 0 to the number of trials
     * @param trials at least 1
     * @return the interval
     */
    public static ClopperPearson interval(int successes, int trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        return new ClopperPearson(lower(successes, trials), 1 - lower(trials - successes, trials));
    }

    private static double lower(int successes, int trials) {
        if (trials >= KEPT) {
            return solved(successes, trials);
        }
        double[] kept = LOWER.get(trials);
        if (kept == null) {
            kept = new double[trials + 1];
            for (int each = 0; each <= trials; each++) {
                kept[each] = solved(each, trials);
            }
            LOWER.set(trials, kept);
        }
        return kept[successes];
    }

    /** By halving until no double lies between. */
    private static double solved(int successes, int trials) {
        if (successes == 0) {
            return 0;
        }
        double below = 0;
        double above = 1;
        while (true) {
            double middle = below + (above - below) / 2;
            if (middle == below || middle == above) {
                return below;
            }
            if (IncompleteBeta.atLeast(successes, trials, middle) > TAIL) {
                above = middle;
            } else {
                below = middle;
            }
        }
    }
}

package dev.parabola.core.statistics;

/** Whether something happens more often than not, as far as a number of replicas can tell. */
enum Majority {
    /** The 95 % interval of its rate lies above one half. */
    MOST,
    /** The interval lies below one half. */
    FEW,
    /** The interval holds one half, or there are too few replicas. */
    OPEN;

    /** With fewer replicas nothing is told, however they agree. */
    static final int FEWEST_REPLICAS = 6;

    static Majority of(int count, int replicas) {
        if (replicas < FEWEST_REPLICAS) {
            return OPEN;
        }
        Wilson interval = Wilson.interval(count, replicas);
        if (interval.low() > 0.5) {
            return MOST;
        }
        return interval.high() < 0.5 ? FEW : OPEN;
    }

    /**
     * The fewest replicas whose interval would not hold one half if the rate stayed as it is: those with |rate − ½| > z/(2√n).
     *
     * @return the number; {@link Long#MAX_VALUE} at a rate of one half
     */
    static long replicasToTell(int count, int replicas) {
        double distance = Math.abs((double) count / replicas - 0.5);
        if (distance == 0) {
            return Long.MAX_VALUE;
        }
        double root = Normal.POINT_975 / (2 * distance);
        return Math.max(FEWEST_REPLICAS, (long) Math.floor(root * root) + 1);
    }
}

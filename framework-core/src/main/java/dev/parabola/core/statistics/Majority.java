package dev.parabola.core.statistics;

/** Whether something happens more often than not, as far as a number of replicas can tell. */
enum Majority {
    /** The exact 95 % interval of its rate lies above one half. */
    MOST,
    /** The interval lies below one half. */
    FEW,
    /** The interval holds one half. */
    OPEN;

    /** With fewer replicas nothing is told, however they agree: 2⁻⁵ is above 2.5 %. */
    static final int FEWEST_REPLICAS = 6;

    /** How often the number of replicas that is promised to settle it shall do so. */
    static final double POWER = 0.8;

    /** The normal distribution's point of that probability. */
    private static final double POINT_POWER = 0.8416212335729143;

    /** Above, the normal approximation is as good. */
    private static final long MOST_COUNTED = 1000;

    static Majority of(int count, int replicas) {
        if (replicas < FEWEST_REPLICAS) {
            return OPEN;
        }
        ClopperPearson interval = ClopperPearson.interval(count, replicas);
        if (interval.low() > 0.5) {
            return MOST;
        }
        return interval.high() < 0.5 ? FEW : OPEN;
    }

    /**
     * The fewest replicas of which the exact test would tell the observed rate from one half in {@link #POWER} of all studies.
     *
     * @return the number, above a thousand an approximation; {@link Long#MAX_VALUE} at a rate of one half
     */
    static long replicasToTell(int count, int replicas) {
        double rate = (double) Math.max(count, replicas - count) / replicas;
        if (rate == 0.5) {
            return Long.MAX_VALUE;
        }
        if (rate == 1) {
            return FEWEST_REPLICAS;
        }
        long needed = 1;
        for (long n = FEWEST_REPLICAS; n <= MOST_COUNTED; n++) {
            while (IncompleteBeta.atLeast(needed, n, 0.5) >= ClopperPearson.TAIL) {
                needed++;
            }
            if (IncompleteBeta.atLeast(needed, n, rate) >= POWER) {
                return n;
            }
        }
        double root = (Normal.POINT_975 / 2 + POINT_POWER * Math.sqrt(rate * (1 - rate))) / (rate - 0.5);
        return (long) Math.ceil(root * root);
    }
}

package dev.parabola.core.statistics;

/**
 * The number of heads in n throws of a fair coin: its distribution function, added up from no heads on. Counts are exact below
 * 2<sup>53</sup>, beyond that carried with an exponent of their own, so that nothing overflows.
 */
final class FairBinomial {
    private static final int STEP = 500;
    private static final double LARGE = 0x1p500;

    private final long throwCount;
    private long heads;
    private double term = 1;
    private double sum = 1;
    private long exponent;

    private FairBinomial(long throwCount) {
        this.throwCount = throwCount;
    }

    /**
     * Twice the distribution function.
     *
     * @param heads k, from 0 to n
     * @param throwCount n
     * @return the probability of at most k heads and that of at most k tails, added
     */
    static double bothTails(long heads, long throwCount) {
        FairBinomial walk = new FairBinomial(throwCount);
        while (walk.heads < heads) {
            walk.next();
        }
        return walk.probability(throwCount - 1);
    }

    /**
     * A quantile.
     *
     * @param probability below 1
     * @param throwCount n
     * @return the smallest number of heads whose distribution function exceeds the probability
     */
    static long quantile(double probability, long throwCount) {
        FairBinomial walk = new FairBinomial(throwCount);
        while (walk.probability(throwCount) <= probability) {
            walk.next();
        }
        return walk.heads;
    }

    private void next() {
        heads++;
        term = term * (throwCount - heads + 1) / heads;
        sum += term;
        if (sum > LARGE) {
            term = Math.scalb(term, -STEP);
            sum = Math.scalb(sum, -STEP);
            exponent += STEP;
        }
    }

    private double probability(long halvings) {
        return Math.scalb(sum, (int) Math.max(exponent - halvings, Integer.MIN_VALUE));
    }
}

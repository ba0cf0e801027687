package dev.parabola.core.statistics;

import dev.parabola.api.math.Elementary;
import java.util.Arrays;

/**
 * Two cells in one region, paired by replica; pairs in which a trial failed are left out.
 *
 * @param differences for each pair the logarithm of the first error divided by the second
 * @param winsA the pairs in which the first error is smaller
 * @param winsB the pairs in which the second is
 * @param successOnlyA the pairs in which only the first trial learned the region
 * @param successOnlyB the pairs in which only the second did
 */
record PairedErrors(double[] differences, int winsA, int winsB, int successOnlyA, int successOnlyB) {

    /** Pairs two cells of as many replicas. */
    static PairedErrors of(RegionErrors a, RegionErrors b) {
        double[] differences = new double[a.replicas()];
        int pairs = 0;
        int winsA = 0;
        int winsB = 0;
        int successOnlyA = 0;
        int successOnlyB = 0;
        for (int replica = 0; replica < a.replicas(); replica++) {
            if (!a.has(replica) || !b.has(replica)) {
                continue;
            }
            double difference = difference(a.rmse(replica), b.rmse(replica));
            differences[pairs++] = difference;
            winsA += difference < 0 ? 1 : 0;
            winsB += difference > 0 ? 1 : 0;
            successOnlyA += a.learned(replica) && !b.learned(replica) ? 1 : 0;
            successOnlyB += b.learned(replica) && !a.learned(replica) ? 1 : 0;
        }
        return new PairedErrors(Arrays.copyOf(differences, pairs), winsA, winsB, successOnlyA, successOnlyB);
    }

    int pairs() {
        return differences.length;
    }

    /**
     * log(a/b): 0 for equal errors, two diverged ones (NaN) or two of 0 included; a diverged one is worse than any other, 0 better.
     */
    static double difference(double a, double b) {
        if (Double.compare(a, b) == 0) {
            return 0;
        }
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double quotient = a / b;
        return quotient >= Double.MIN_NORMAL && quotient <= Double.MAX_VALUE
                ? Elementary.log(quotient)
                : Elementary.log(a) - Elementary.log(b);
    }
}

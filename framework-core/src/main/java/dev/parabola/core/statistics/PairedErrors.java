package dev.parabola.core.statistics;

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

    /** Pairs two cells. */
    static PairedErrors of(RegionErrors errors, int a, int b) {
        double[] differences = new double[errors.replicas()];
        int pairs = 0;
        int winsA = 0;
        int winsB = 0;
        int successOnlyA = 0;
        int successOnlyB = 0;
        for (int replica = 0; replica < errors.replicas(); replica++) {
            if (errors.isPaired(a, b, replica)) {
                double difference = errors.difference(a, b, replica);
                differences[pairs++] = difference;
                winsA += difference < 0 ? 1 : 0;
                winsB += difference > 0 ? 1 : 0;
                boolean learnedA = errors.learned(a, replica);
                boolean learnedB = errors.learned(b, replica);
                successOnlyA += learnedA && !learnedB ? 1 : 0;
                successOnlyB += learnedB && !learnedA ? 1 : 0;
            }
        }
        return new PairedErrors(Arrays.copyOf(differences, pairs), winsA, winsB, successOnlyA, successOnlyB);
    }

    int pairs() {
        return differences.length;
    }
}

package dev.parabola.core.statistics;

import java.util.stream.IntStream;

/** Samples on which R and SciPy were asked for figures. */
final class Oracles {
    /**
     * Hamilton depression scale factor IV before a tranquilizer minus after: Hollander and Wolfe, Nonparametric Statistical Methods
     * (1973), table 3.1, the example of R's {@code wilcox.test}.
     */
    static final double[] DEPRESSION = {
        1.83 - 0.878,
        0.50 - 0.647,
        1.62 - 0.598,
        2.48 - 2.05,
        1.68 - 1.06,
        1.88 - 1.29,
        1.55 - 1.06,
        3.06 - 3.14,
        1.30 - 1.29
    };

    /** Darwin's cross- and self-fertilised maize, eighths of an inch: the example of SciPy's {@code wilcoxon}. */
    static final double[] MAIZE = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};

    private Oracles() {}

    /** 37 i modulo 101 for i = 1 … n up to 100, every third negative: all magnitudes differ, none is 0. */
    static double[] untied(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToDouble(i -> (i % 3 == 0 ? -1 : 1) * (37 * i % 101))
                .toArray();
    }

    /** 7 i modulo 11, minus 3, for i = 1 … n: ties and zeros. */
    static double[] tied(int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> 7 * i % 11 - 3).toArray();
    }
}

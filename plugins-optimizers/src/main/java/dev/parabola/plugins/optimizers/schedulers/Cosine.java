package dev.parabola.plugins.optimizers.schedulers;

import dev.parabola.api.math.Elementary;

/** Half a cosine, the curve along which rates and momenta are annealed. */
final class Cosine {
    private Cosine() {}

    /**
     * The value at a share of the way.
     *
     * @param start the value at 0
     * @param end the value at 1
     * @param share from 0 to 1
     */
    static double between(double start, double end, double share) {
        return start + (1 + Elementary.cos(Math.PI * (1 - share))) * (end - start) / 2;
    }
}

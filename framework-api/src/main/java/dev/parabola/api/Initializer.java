package dev.parabola.api;

import java.util.Objects;

/** How the parameters of a dense layer are drawn before training. The engine owns the random numbers. */
public interface Initializer extends Plugin {
    /**
     * The distribution of a layer's weights.
     *
     * @param layer the layer that is drawn
     * @return the distribution from which each weight is drawn
     */
    Distribution weights(Layer layer);

    /**
     * The distribution of a layer's biases.
     *
     * @param layer the layer that is drawn
     * @return the distribution from which each bias is drawn
     */
    Distribution biases(Layer layer);

    /**
     * A dense layer.
     *
     * @param index the layer's place, 0 for the one that reads the network's inputs
     * @param fanIn the number of inputs of each unit, at least 1
     * @param fanOut the number of units, at least 1
     */
    record Layer(int index, int fanIn, int fanOut) {}

    /**
     * A distribution with mean zero.
     *
     * @param shape uniform or normal
     * @param scale half the width of the uniform distribution, or the normal distribution's standard deviation; finite, not
     *     negative; 0 means that every draw is 0
     */
    record Distribution(Shape shape, double scale) {
        /**
         * Refuses a scale that is negative or not finite.
         *
         * @throws IllegalArgumentException if it is
         */
        public Distribution {
            Objects.requireNonNull(shape, "shape");
            if (!(scale >= 0 && scale < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a distribution's scale must be finite and not negative");
            }
        }

        /**
         * U(−halfWidth, halfWidth).
         *
         * @param halfWidth half the width
         * @return the distribution
         */
        public static Distribution uniform(double halfWidth) {
            return new Distribution(Shape.UNIFORM, halfWidth);
        }

        /**
         * N(0, standardDeviation²).
         *
         * @param standardDeviation the standard deviation
         * @return the distribution
         */
        public static Distribution normal(double standardDeviation) {
            return new Distribution(Shape.NORMAL, standardDeviation);
        }

        /**
         * Always zero.
         *
         * @return the distribution
         */
        public static Distribution zero() {
            return uniform(0);
        }
    }

    /** The shape of a {@link Distribution}. */
    enum Shape {
        /** Equally likely everywhere between −scale and scale. */
        UNIFORM,
        /** Gaussian. */
        NORMAL
    }
}

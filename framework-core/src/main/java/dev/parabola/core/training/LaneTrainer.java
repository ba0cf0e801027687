package dev.parabola.core.training;

/**
 * Networks that are trained side by side, in whichever precision. What is handed in is rounded to it, what is handed out is exact.
 */
interface LaneTrainer {
    /**
     * Sets the first parameters of a lane.
     *
     * @param lane the lane
     * @param parameters a value per parameter
     */
    void setParameters(int lane, double[] parameters);

    /**
     * Makes a step in all active lanes.
     *
     * @param step its number, from 0
     */
    void step(long step);

    /**
     * Whether a lane's loss before the last step and all its parameters after it are finite.
     *
     * @param lane the lane
     * @return false if it has diverged
     */
    boolean isFinite(int lane);

    /**
     * Lays a lane to rest that the others go on without.
     *
     * @param lane the lane
     */
    void stop(int lane);

    /**
     * The networks' parameters as they are now.
     *
     * @return a copy, ordered as {@link dev.parabola.core.network.NetworkShape} says, lane-innermost
     */
    double[] parameters();

    /**
     * Passes all training points through the networks once, forward and backward.
     *
     * @return what was seen
     */
    Insight insight();

    /**
     * Computes the networks' outputs at all training points.
     *
     * @param predictions receives them, ordered [sample][lane]
     */
    void predictTraining(double[] predictions);

    /**
     * The training outputs that the networks learn from.
     *
     * @return ordered [sample][lane], as rounded
     */
    double[] targets();

    /**
     * Takes points at which predictions will be asked for.
     *
     * @param inputs ordered [point][input][lane]
     * @return the points
     */
    Points at(double[] inputs);

    /** Points at which predictions are asked for. */
    interface Points {
        /**
         * Computes the networks' outputs.
         *
         * @param predictions receives them, ordered [point][lane]
         */
        void predict(double[] predictions);
    }

    /** The state of the networks over all training points. */
    interface Insight {
        /**
         * The largest absolute output of a hidden unit.
         *
         * @param layer the hidden layer, from 0
         * @param unit the unit, from 0
         * @param lane the lane
         * @return at least 0
         */
        double largestOutput(int layer, int unit, int lane);

        /**
         * The largest absolute derivative of a hidden unit's activation.
         *
         * @param layer the hidden layer, from 0
         * @param unit the unit, from 0
         * @param lane the lane
         * @return at least 0
         */
        double steepestSlope(int layer, int unit, int lane);

        /**
         * The derivative of the loss over all training points, in scaled units.
         *
         * @param parameter the parameter it is taken by
         * @param lane the lane
         * @return the derivative
         */
        double gradient(int parameter, int lane);
    }
}

package dev.parabola.cli;

/** Tells whoever waits how far a run has come. */
interface TrainingProgress extends AutoCloseable {
    /**
     * One more trial is done.
     *
     * @param failed how many have failed so far
     */
    void trained(long failed);

    @Override
    void close();

    /** Tells nothing. */
    static TrainingProgress silent() {
        return new TrainingProgress() {
            @Override
            public void trained(long failed) {}

            @Override
            public void close() {}
        };
    }
}

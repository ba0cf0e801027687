package dev.parabola.core.execution;

/** Hears why trials fail. Called from several threads, and in any order. */
@FunctionalInterface
public interface FailureListener {
    /**
     * A trial failed.
     *
     * @param trial its number
     * @param reason what ended it; its message is the reason in the results
     */
    void failed(long trial, RuntimeException reason);
}

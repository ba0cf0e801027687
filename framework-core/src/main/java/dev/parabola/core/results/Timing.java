package dev.parabola.core.results;

/**
 * What a trial took. It differs from run to run.
 *
 * @param trial the trial's number
 * @param seconds wall time; of trials that were trained together, each one's share
 * @param thread the name of the thread
 * @param kernel the name of the arithmetic that was used
 */
public record Timing(long trial, double seconds, String thread, String kernel) {}

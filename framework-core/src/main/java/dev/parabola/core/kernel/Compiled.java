package dev.parabola.core.kernel;

/**
 * A program made ready by a {@link Kernel}. Programs that differ only in their constants share the code, so that trials with
 * different settings can be lanes of one cohort.
 *
 * @param code the loop; the same object for all programs of one shape
 * @param constants the program's constants; the code takes them after the program's own uniform inputs
 */
public record Compiled(Elementwise code, double[] constants) {}

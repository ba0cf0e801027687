package dev.parabola.core.kernel;

import dev.parabola.api.expression.Program;

/**
 * A program made ready by a {@link Kernel64}. Programs that differ only in their constants share the code, so that trials with
 * different settings can be lanes of one cohort.
 *
 * @param code the loop; the same object for all programs of one shape
 * @param program the program, whose constants the code takes after the program's own uniform inputs
 */
public record Compiled64(Elementwise64 code, Program program) {}

/** Collects the mistakes of an input, each with its place, so that all of them are told at once. */
@NullMarked
package dev.parabola.core.problem;

import org.jspecify.annotations.NullMarked;

/**
 * Arithmetic over lanes in vector registers. {@link dev.parabola.core.kernel.vector.KernelWriter} writes loops as bytecode for the
 * module {@code jdk.incubator.vector}, which therefore need not be there when this is compiled, nor when it runs without vectors.
 *
 * <p>No operation combines lanes, so each lane's bits are those of the scalar kernel. What is written keeps to what HotSpot's compiler
 * turns into registers: named local variables, static species, no vector that one round of an outer loop hands to the next, and
 * nothing in a method that is rarely run.
 */
@NullMarked
package dev.parabola.core.kernel.vector;

import org.jspecify.annotations.NullMarked;

/**
 * Elementary functions whose results are defined bit for bit.
 *
 * <p>The functions of {@link java.lang.Math} may differ in the last place between Java versions, processors and even between
 * interpreted and compiled code, and one such bit grows to a different network within a few hundred training steps. Those of {@link
 * dev.parabola.api.math.Elementary} and, on floats, {@link dev.parabola.api.math.Elementary32} are built from nothing but the
 * operations whose results IEEE 754 fixes (sum, difference, product, quotient, fused multiply-add) and operations on the bits, in a
 * fixed order. They are the specification of the engine's arithmetic: formulas, plugins written in plain Java, and the engine's
 * vector kernels all give these bits.
 *
 * <p>{@link dev.parabola.api.math.KnownAnswers} tells whether the running Java machine keeps to that.
 */
@NullMarked
package dev.parabola.api.math;

import org.jspecify.annotations.NullMarked;

/**
 * Small immutable formulas, whose value is defined bit for bit: {@link dev.parabola.api.expression.Expression} and what
 * evaluates, differentiates, prints and parses it.
 */
@NullMarked
package dev.parabola.api.expression;

import org.jspecify.annotations.NullMarked;

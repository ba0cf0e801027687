/**
 * Arithmetic over lanes. Trials are trained side by side; each is a lane. Every array is lane-innermost: the value of row r in lane
 * l stands at r × lanes + l, where a row is one weight, or one unit of one sample. Each lane's arithmetic is exactly that of a
 * scalar program, in the same order, so a trial has the same bits in any company.
 */
@NullMarked
package dev.parabola.core.kernel;

import org.jspecify.annotations.NullMarked;

package dev.parabola.core.study;

import dev.parabola.api.Plugin;
import dev.parabola.core.problem.Position;

/**
 * The function that a cell's networks are to learn.
 *
 * @param text how the manifest names it: a plugin's name, or the text of an expression
 * @param function a {@link dev.parabola.api.TargetFunction} or a {@link dev.parabola.api.NumericTargetFunction}
 * @param inputs its number of inputs, at least 1
 * @param position where the manifest says so
 */
public record Target(String text, Plugin function, int inputs, Position position) {}

/**
 * The activations that come with Parabola. Each is a formula; its derivative, at kinks too, follows from {@link
 * dev.parabola.api.expression.Derivative} and is that of PyTorch.
 */
@NullMarked
package dev.parabola.plugins.activations;

import org.jspecify.annotations.NullMarked;

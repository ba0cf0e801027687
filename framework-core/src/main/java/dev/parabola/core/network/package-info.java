/** Layers, initializers and the loss: forward and backward over lanes. */
@NullMarked
package dev.parabola.core.network;

import org.jspecify.annotations.NullMarked;

/** The optimizers that come with Parabola, each as the formulas of one step. */
@NullMarked
package dev.parabola.plugins.optimizers;

import org.jspecify.annotations.NullMarked;

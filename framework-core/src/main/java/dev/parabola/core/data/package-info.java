/** Target, range, noise, scaling and seed become training samples and the points at which a trained network is examined. */
@NullMarked
package dev.parabola.core.data;

import org.jspecify.annotations.NullMarked;

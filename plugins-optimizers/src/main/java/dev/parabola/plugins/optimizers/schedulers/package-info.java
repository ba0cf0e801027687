/**
 * The schedulers that come with Parabola. Those that decay by epochs are constant within one; cosine and one-cycle
 * change at every step and end with the training, however long it is.
 */
@NullMarked
package dev.parabola.plugins.optimizers.schedulers;

import org.jspecify.annotations.NullMarked;

/** The training loop: batches, optimizer, scheduler, checkpoints; a trial becomes its result. */
@NullMarked
package dev.parabola.core.training;

import org.jspecify.annotations.NullMarked;

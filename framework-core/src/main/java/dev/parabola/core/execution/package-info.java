/** Trials become cohorts, cohorts are handed to threads, results come back in plan order: the seam where a cluster plugs in. */
@NullMarked
package dev.parabola.core.execution;

import org.jspecify.annotations.NullMarked;

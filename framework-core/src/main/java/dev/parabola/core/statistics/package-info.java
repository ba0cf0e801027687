/** Rows become intervals and quantiles; reads what the results wrote, so that a summary can be made again from disk. */
@NullMarked
package dev.parabola.core.statistics;

import org.jspecify.annotations.NullMarked;

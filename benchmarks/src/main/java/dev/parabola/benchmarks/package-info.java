/** Measures the engine with JMH. */
@NullMarked
package dev.parabola.benchmarks;

import org.jspecify.annotations.NullMarked;

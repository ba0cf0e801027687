/** Random numbers that are known by name, never by their place in a queue. */
@NullMarked
package dev.parabola.core.random;

import org.jspecify.annotations.NullMarked;

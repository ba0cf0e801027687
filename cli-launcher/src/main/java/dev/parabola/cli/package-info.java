/** The commands: the only place that talks to the terminal, and the only one that wires the parts together. */
@NullMarked
package dev.parabola.cli;

import org.jspecify.annotations.NullMarked;

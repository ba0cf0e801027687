package dev.parabola.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the program was started in.
 *
 * @param out where results go
 * @param err where progress and messages go
 * @param colors whether help may be coloured
 * @param interactive whether somebody watches {@code err} on a terminal
 * @param plugins the folder of plugins that every study may use; empty if the program was not started from an installation
 */
record Environment(PrintStream out, PrintStream err, boolean colors, boolean interactive, Optional<Path> plugins) {}

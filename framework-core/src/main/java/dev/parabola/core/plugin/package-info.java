/** Finds plugins in jars and on the class path, keeps them apart, knows them by name and makes them from parameters. */
@NullMarked
package dev.parabola.core.plugin;

import org.jspecify.annotations.NullMarked;

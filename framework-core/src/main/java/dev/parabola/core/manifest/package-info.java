/** YAML becomes values that know their line and column. */
@NullMarked
package dev.parabola.core.manifest;

import org.jspecify.annotations.NullMarked;

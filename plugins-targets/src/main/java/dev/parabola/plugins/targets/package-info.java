/**
 * The target functions that come with Parabola. A manifest can also write any formula in place of a name; a target is a
 * plugin of its own where its name is worth reading in a table or it has parameters to vary.
 */
@NullMarked
package dev.parabola.plugins.targets;

import org.jspecify.annotations.NullMarked;

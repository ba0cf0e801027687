/** Numbers and foreign text as they are written, the same on every JDK and in every locale. */
@NullMarked
package dev.parabola.core.text;

import org.jspecify.annotations.NullMarked;

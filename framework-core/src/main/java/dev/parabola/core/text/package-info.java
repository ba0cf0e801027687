/** Numbers as text, the same on every JDK and in every locale. */
@NullMarked
package dev.parabola.core.text;

import org.jspecify.annotations.NullMarked;

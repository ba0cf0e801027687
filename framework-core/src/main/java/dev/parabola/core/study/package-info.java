/** A manifest and the plugins it names become a study: factors, cells and replicas, as nothing but names and values. */
@NullMarked
package dev.parabola.core.study;

import org.jspecify.annotations.NullMarked;

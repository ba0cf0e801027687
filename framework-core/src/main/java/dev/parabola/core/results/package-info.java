/**
 * The run folder: who may write it, what stands in its files, and how it is read back. A run is finished when its summary is
 * there; that is written last, to another name, and renamed when it is on the disk.
 */
@NullMarked
package dev.parabola.core.results;

import org.jspecify.annotations.NullMarked;

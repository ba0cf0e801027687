/**
 * The report: one page made from the files of a run folder alone, the same bytes for the same files. A class for each table that
 * is read, which condenses it to what the figures draw; a template for what is readable without scripts; and scripts, which draw.
 */
@NullMarked
package dev.parabola.report;

import org.jspecify.annotations.NullMarked;

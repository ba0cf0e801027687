package dev.parabola.core.results;

import java.util.OptionalDouble;

/**
 * A row of {@code predictions.csv} of a study whose targets have one input, as far as verdicts need it.
 *
 * @param cell the cell's number
 * @param region the region
 * @param x the input
 * @param target the target there
 * @param median the median of what the networks answer; empty if no trial completed
 */
public record PredictionRow(long cell, String region, double x, double target, OptionalDouble median) {}

package dev.parabola.core.results;

/**
 * A row of {@code history.csv}, as far as verdicts need it.
 *
 * @param trial the trial's number
 * @param step the number of steps made
 * @param learningRate the rate of the last step; at 0, of the first to come
 * @param trainLoss the loss over all training points, in scaled units
 * @param insideError the root mean squared error inside; NaN where the cell has no such region
 */
public record HistoryRow(long trial, long step, double learningRate, double trainLoss, double insideError) {}

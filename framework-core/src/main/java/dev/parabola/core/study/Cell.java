package dev.parabola.core.study;

import java.util.List;

/**
 * One combination of the factors' levels, with everything that a trial of it needs.
 *
 * @param index the cell's number, from 0; the first factor varies slowest
 * @param levels the text of each factor's level, in the order of the factors
 * @param target what is to be learned
 * @param data how training data is made
 * @param regions where trained networks are examined, in the order of the study's regions
 * @param model the network
 * @param training how it is trained
 */
public record Cell(
        long index,
        List<String> levels,
        Target target,
        DataSettings data,
        List<RegionSettings> regions,
        ModelSettings model,
        TrainingSettings training) {
    /** Copies the lists. */
    public Cell {
        levels = List.copyOf(levels);
        regions = List.copyOf(regions);
    }
}

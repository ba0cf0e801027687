package dev.parabola.core.study;

import java.util.List;
import java.util.stream.IntStream;

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
    /** Ends that differ by less than that share of the range's width are the same. */
    private static final double SLACK = 1e-9;

    /** Copies the lists. */
    public Cell {
        levels = List.copyOf(levels);
        regions = List.copyOf(regions);
    }

    /**
     * Whether the region inside reaches beyond the range of the data in any input, so that part of it was never seen in training. The training
     * points themselves never do.
     *
     * @return true if an end of its box, or one of its points, lies outside the range by more than 1e-9 of the range's width
     */
    public boolean insideReachesBeyondData() {
        return regions.stream()
                .filter(region -> region.name().equals(Study.INSIDE))
                .anyMatch(this::reachesBeyondData);
    }

    /**
     * Whether a region reaches beyond the range of the data in any input.
     *
     * @param region one of the cell's regions
     * @return true if an end of its box, or one of its points, lies outside the range by more than 1e-9 of the range's width
     */
    public boolean reachesBeyondData(RegionSettings region) {
        return !(region.points() instanceof RegionSettings.Training)
                && IntStream.range(0, region.range().size())
                        .anyMatch(input -> reachesBeyond(
                                region.range().get(input), data.range().get(input)));
    }

    private static boolean reachesBeyond(Interval examined, Interval seen) {
        double slack = SLACK * seen.width();
        return examined.low() < seen.low() - slack || examined.high() > seen.high() + slack;
    }
}

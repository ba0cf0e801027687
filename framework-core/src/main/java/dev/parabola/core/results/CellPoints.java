package dev.parabola.core.results;

import java.util.List;

/**
 * Where the networks of a cell are examined.
 *
 * @param cell the cell's number
 * @param regionNames the regions that exist in this cell, in the order of the study's regions
 * @param points for each of them its points, [point][input]
 * @param targets for each of them the target's value at its points, without noise
 */
public record CellPoints(long cell, List<String> regionNames, List<double[][]> points, List<double[]> targets) {
    /** Copies the lists and refuses what does not fit together. */
    public CellPoints {
        regionNames = List.copyOf(regionNames);
        points = List.copyOf(points);
        targets = List.copyOf(targets);
        if (points.size() != regionNames.size() || targets.size() != regionNames.size()) {
            throw new IllegalArgumentException("every region needs its points and its targets");
        }
        for (int region = 0; region < points.size(); region++) {
            if (points.get(region).length != targets.get(region).length) {
                throw new IllegalArgumentException("every point needs its target");
            }
        }
    }
}

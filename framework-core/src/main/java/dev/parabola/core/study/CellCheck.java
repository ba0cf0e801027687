package dev.parabola.core.study;

import dev.parabola.core.problem.Problems;
import java.util.List;

/** Looks at cells while a study is planned for what only later rooms can see, so that all mistakes are told at once. */
public interface CellCheck {
    /**
     * Looks at what is learned and where, whatever else may be wrong with the cell.
     *
     * @param target the target
     * @param data how training data is made
     * @param regions where trained networks are examined
     * @param success when a region is learned
     * @param problems takes what is wrong
     */
    void checkData(Target target, DataSettings data, List<RegionSettings> regions, Success success, Problems problems);

    /**
     * Looks at a cell in which nothing else is wrong.
     *
     * @param cell the cell
     * @param problems takes what is wrong
     */
    void checkSize(Cell cell, Problems problems);

    /**
     * A check that finds nothing wrong.
     *
     * @return the check
     */
    static CellCheck none() {
        return new CellCheck() {
            @Override
            public void checkData(
                    Target target,
                    DataSettings data,
                    List<RegionSettings> regions,
                    Success success,
                    Problems problems) {}

            @Override
            public void checkSize(Cell cell, Problems problems) {}
        };
    }
}

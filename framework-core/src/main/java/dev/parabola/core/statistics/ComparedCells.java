package dev.parabola.core.statistics;

import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** The cells that are compared, one for each combination of the compared factors' levels, with their errors in each region. */
final class ComparedCells {
    private final Study study;
    private final Combinations combinations;
    private final long[] cells;
    private final List<RegionErrors> errors = new ArrayList<>();

    ComparedCells(Study study) {
        this.study = study;
        combinations = new Combinations(study.factors());
        cells = new long[Math.toIntExact(combinations.count())];
        for (int region = 0; region < study.regionNames().size(); region++) {
            errors.add(new RegionErrors(region, cells.length, study.replicas()));
        }
    }

    /** Reads every trial, and keeps the errors of the cells that are compared. */
    static ComparedCells read(RunFolder folder, LongPredicate compared) {
        Study study = folder.study();
        ComparedCells result = new ComparedCells(study);
        try (CellRows rows = new CellRows(folder)) {
            for (long cell = 0; cell < study.cells(); cell++) {
                List<TrialRow> trials = rows.next();
                if (compared.test(cell)) {
                    result.put(cell, trials);
                }
            }
            rows.requireEnd();
        }
        return result;
    }

    /** Takes the trials of a compared cell by replica. */
    void put(long cell, List<TrialRow> trials) {
        int combination = (int) combinations.of(cell);
        cells[combination] = cell;
        errors.forEach(region -> region.put(combination, trials));
    }

    Study study() {
        return study;
    }

    Combinations combinations() {
        return combinations;
    }

    /** The errors in a region, by the numbers of the combinations. */
    RegionErrors errors(int region) {
        return errors.get(region);
    }

    /** The number of the cell that is compared for a combination. */
    long cell(int combination) {
        return cells[combination];
    }
}

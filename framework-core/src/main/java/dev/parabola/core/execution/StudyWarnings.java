package dev.parabola.core.execution;

import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.Study;
import java.util.List;
import java.util.Optional;

/** What may surprise in a study that is nevertheless sound. */
public final class StudyWarnings {
    private static final long CELLS_LOOKED_AT = 2_000;

    private StudyWarnings() {}

    /**
     * Looks at the first 2,000 cells.
     *
     * @param study a planned study
     * @return a sentence for each distinct fact, without a full stop
     */
    public static List<String> of(Study study) {
        long looked = Math.min(study.cells(), CELLS_LOOKED_AT);
        long beyond = 0;
        for (long index = 0; index < looked; index++) {
            if (cell(study, index).filter(Cell::insideReachesBeyondData).isPresent()) {
                beyond++;
            }
        }
        if (beyond == 0) {
            return List.of();
        }
        String where = looked < study.cells()
                ? " in " + beyond + " of the first " + looked + " cells"
                : beyond == looked ? "" : " in " + beyond + " of " + looked + " cells";
        return List.of("region inside reaches beyond data.range" + where
                + ": what lies outside was never seen, and no network can be said to have memorized there");
    }

    /** The cell; none where its levels do not fit together, which its trials will say. */
    private static Optional<Cell> cell(Study study, long index) {
        try {
            return Optional.of(study.cell(index));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }
}

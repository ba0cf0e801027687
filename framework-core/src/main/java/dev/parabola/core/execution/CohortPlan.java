package dev.parabola.core.execution;

import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.study.Study;
import dev.parabola.core.training.CellPlan;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Cuts consecutive trials into cohorts: as many trials of one cell as the kernel likes. */
final class CohortPlan implements Iterator<CohortPlan.Cohort> {
    private final Study study;
    private final TrialRange range;
    private final int lanes;
    private long next;
    private CellOnDemand cell;

    CohortPlan(Study study, TrialRange range, int lanes) {
        this.study = study;
        this.range = range;
        this.lanes = lanes;
        this.next = range.first();
        this.cell = new CellOnDemand(next / study.replicas());
    }

    /**
     * Trials that are trained side by side.
     *
     * @param cell their cell
     * @param first the first trial's number
     * @param count how many
     */
    record Cohort(CellOnDemand cell, long first, int count) {}

    @Override
    public boolean hasNext() {
        return next <= range.last();
    }

    @Override
    public Cohort next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long number = next / study.replicas();
        if (number != cell.number) {
            cell = new CellOnDemand(number);
        }
        long endOfCell = (number + 1) * study.replicas();
        int count = (int) Math.min(lanes, Math.min(endOfCell, range.last() + 1) - next);
        Cohort cohort = new Cohort(cell, next, count);
        next += count;
        return cohort;
    }

    /** A cell that the first thread to need it plans, off the thread that hands out work. */
    static final class CellOnDemand {
        private final long number;
        private @Nullable CellPlan plan;

        CellOnDemand(long number) {
            this.number = number;
        }

        synchronized CellPlan plan(Study study, Kernel kernel) {
            CellPlan planned = plan;
            if (planned == null) {
                planned = new CellPlan(study, study.cell(number), kernel);
                plan = planned;
            }
            return planned;
        }
    }
}

package dev.parabola.core.execution;

import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.TrainingSettings.Precision;
import dev.parabola.core.training.CellPlan;
import dev.parabola.core.training.CohortKey;
import dev.parabola.core.training.SharedPlans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cuts consecutive trials into windows, and each window into cohorts: as many trials as the kernel likes, of one cell or of cells that
 * differ only in numbers. A window is as large as the results that wait in it for their turn may be, and ends earlier where trials take long; the cohorts of a window are
 * ordered by size, the largest first, so that no thread is left alone with a large one in the end.
 */
final class CohortPlan implements Iterator<CohortPlan.Window> {
    static final int MOST_TRIALS = 1024;
    /** Results come in windows, and should come now and then. */
    private static final double MOST_SECONDS_PER_THREAD = 10;

    private static final int FEWEST_COHORTS_PER_THREAD = 4;
    /** Lanes that are not full are waited for, but not for ever. */
    private static final double PATIENCE = 16;

    private final Study study;
    private final TrialRange range;
    private final Kernel kernel;
    private final int threads;
    private final SharedPlans shared;
    private long next;
    private @Nullable CellOnDemand lastCell;

    CohortPlan(Study study, TrialRange range, Kernel kernel, int threads) {
        this.study = study;
        this.range = range;
        this.kernel = kernel;
        this.threads = threads;
        this.shared = new SharedPlans();
        this.next = range.first();
    }

    /**
     * Consecutive trials.
     *
     * @param first the first trial's number
     * @param count how many
     * @param cohorts the trials in cohorts, those of most work first
     */
    record Window(long first, int count, List<Cohort> cohorts) {}

    /**
     * Trials that are trained side by side.
     *
     * @param trials the trials, in plan order
     */
    record Cohort(List<Planned> trials) {
        double work() {
            return trials.get(0).cell().seconds;
        }
    }

    /**
     * A trial that is to be trained.
     *
     * @param number its number
     * @param cell its cell
     */
    record Planned(long number, CellOnDemand cell) {}

    @Override
    public boolean hasNext() {
        return next <= range.last();
    }

    @Override
    public Window next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long first = next;
        Map<Object, List<Planned>> open = new LinkedHashMap<>();
        List<Cohort> cohorts = new ArrayList<>();
        double seconds = 0;
        while (hasNext() && next - first < MOST_TRIALS && !isLongEnough(seconds, cohorts.size() + open.size())) {
            CellOnDemand cell = cell(next / study.replicas());
            List<Planned> beside = open.computeIfAbsent(cell.key, key -> new ArrayList<>());
            beside.add(new Planned(next, cell));
            if (beside.size() == cell.lanes) {
                cohorts.add(new Cohort(beside));
                open.remove(cell.key);
            }
            seconds += cell.seconds;
            next++;
        }
        open.values().forEach(rest -> cohorts.add(new Cohort(rest)));
        cohorts.sort(Comparator.comparingDouble(Cohort::work).reversed());
        return new Window(first, (int) (next - first), cohorts);
    }

    private boolean isLongEnough(double seconds, int cohorts) {
        return seconds > MOST_SECONDS_PER_THREAD * threads
                && (cohorts >= FEWEST_COHORTS_PER_THREAD * threads
                        || seconds > PATIENCE * MOST_SECONDS_PER_THREAD * threads);
    }

    private CellOnDemand cell(long number) {
        CellOnDemand cell = lastCell;
        if (cell == null || cell.number != number) {
            cell = new CellOnDemand(number);
            lastCell = cell;
        }
        return cell;
    }

    /** A cell that the first thread to need it plans, off the thread that hands out work. */
    final class CellOnDemand {
        private final long number;
        private final @Nullable Cell cell;
        /** Why there is no cell: its levels do not fit together. */
        private final @Nullable InvalidInputException misfit;

        private final Object key;
        private final int lanes;
        private final double seconds;
        private @Nullable CellPlan plan;

        CellOnDemand(long number) {
            this.number = number;
            Cell planned = null;
            InvalidInputException mistake = null;
            try {
                planned = study.cell(number);
            } catch (InvalidInputException e) {
                mistake = e;
            }
            this.cell = planned;
            this.misfit = mistake;
            this.lanes = planned == null ? 1 : lanes(planned.training().precision());
            this.seconds = planned == null ? 0 : WorkEstimate.secondsPerTrial(planned, study.checkpoints());
            this.key = planned == null || lanes == 1 ? this : keyOf(planned);
        }

        private int lanes(Precision precision) {
            return switch (precision) {
                case FLOAT64 -> kernel.float64().preferredLanes();
                case FLOAT32 -> kernel.float32().preferredLanes();
            };
        }

        /** A cell whose plugins give no formula has no company; its trials fail when they are planned. */
        private Object keyOf(Cell cell) {
            try {
                return CohortKey.of(cell);
            } catch (PluginFault e) {
                return this;
            }
        }

        long number() {
            return number;
        }

        /**
         * The cell's plan.
         *
         * @throws InvalidInputException if the levels of its factors do not fit together
         */
        synchronized CellPlan plan() {
            if (misfit != null) {
                throw misfit;
            }
            CellPlan planned = plan;
            if (planned == null) {
                planned = new CellPlan(study, Objects.requireNonNull(cell), shared);
                plan = planned;
            }
            return planned;
        }
    }
}

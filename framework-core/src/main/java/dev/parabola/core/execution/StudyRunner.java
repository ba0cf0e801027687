package dev.parabola.core.execution;

import dev.parabola.core.data.Region;
import dev.parabola.core.data.UnfitCellException;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.Study;
import dev.parabola.core.training.CellPlan;
import dev.parabola.core.training.CohortTraining;
import dev.parabola.core.training.Trial;
import dev.parabola.core.training.TrialResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * Trains a study's trials on several threads and hands the results on in plan order. Trials are planned as they are needed, a few
 * cohorts ahead of the threads, so memory does not grow with the study.
 */
public final class StudyRunner {
    /** Predictions are kept for the cells before this one, and not for those from it on. */
    public static final long CELLS_WITH_PREDICTIONS = 200;

    private static final int COHORTS_AHEAD_PER_THREAD = 16;

    private final Kernel kernel;

    /**
     * A runner.
     *
     * @param kernel the arithmetic
     */
    public StudyRunner(Kernel kernel) {
        this.kernel = kernel;
    }

    /**
     * Trains consecutive trials.
     *
     * @param study the study
     * @param range which of its trials
     * @param threads the number of threads, at least 1
     * @param sink takes the results, in this thread
     * @throws InterruptedException if this thread was interrupted; what the sink took by then is complete
     */
    public void run(Study study, TrialRange range, int threads, TrialSink sink) throws InterruptedException {
        AtomicInteger started = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "trainer-" + started.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<CohortResult>> ahead = new ArrayDeque<>();
            CohortPlan cohorts = new CohortPlan(study, range, kernel.preferredLanes());
            while (cohorts.hasNext() || !ahead.isEmpty()) {
                while (cohorts.hasNext() && ahead.size() < threads * COHORTS_AHEAD_PER_THREAD) {
                    CohortPlan.Cohort cohort = cohorts.next();
                    ahead.add(workers.submit(() -> train(study, cohort)));
                }
                deliver(take(ahead.remove()), sink);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static CohortResult take(Future<CohortResult> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void deliver(CohortResult cohort, TrialSink sink) {
        for (TrialResult result : cohort.results()) {
            sink.accept(result, cohort.regions(), cohort.timing());
        }
    }

    private record CohortResult(List<TrialResult> results, List<Optional<Region>> regions, TrialSink.Timing timing) {}

    private CohortResult train(Study study, CohortPlan.Cohort cohort) {
        long start = System.nanoTime();
        List<TrialResult> results;
        List<Optional<Region>> regions = List.of();
        try {
            CellPlan plan = cohort.cell().plan(study, kernel);
            regions = plan.regions();
            results = train(trials(study, cohort, plan));
        } catch (PluginFault | UnfitCellException | InvalidInputException e) {
            long cell = cohort.first() / study.replicas();
            results = LongStream.range(cohort.first(), cohort.first() + cohort.count())
                    .mapToObj(trial ->
                            TrialResult.failed(trial, replica(study, trial), cell, study.levels(cell), 0, reason(e)))
                    .toList();
        }
        double seconds = (System.nanoTime() - start) / 1e9 / cohort.count();
        return new CohortResult(
                results,
                regions,
                new TrialSink.Timing(seconds, Thread.currentThread().getName(), kernel.name()));
    }

    private static String reason(RuntimeException e) {
        return Objects.requireNonNull(e.getMessage());
    }

    private static List<Trial> trials(Study study, CohortPlan.Cohort cohort, CellPlan plan) {
        boolean keepsPredictions = plan.cell().index() < CELLS_WITH_PREDICTIONS;
        return LongStream.range(cohort.first(), cohort.first() + cohort.count())
                .mapToObj(trial -> new Trial(trial, replica(study, trial), plan, keepsPredictions))
                .toList();
    }

    private static int replica(Study study, long trial) {
        return (int) (trial % study.replicas());
    }

    /** Where a plugin fails in company, each trial is trained alone to learn which: the figures of the others are the same. */
    private List<TrialResult> train(List<Trial> trials) {
        try {
            return new CohortTraining(kernel, trials).run();
        } catch (PluginFault | UnfitCellException e) {
            if (trials.size() == 1) {
                Trial trial = trials.get(0);
                Cell cell = trial.plan().cell();
                return List.of(TrialResult.failed(
                        trial.number(),
                        trial.replica(),
                        cell.index(),
                        cell.levels(),
                        trial.plan().parameters(),
                        reason(e)));
            }
            List<TrialResult> results = new ArrayList<>();
            for (Trial trial : trials) {
                results.addAll(train(List.of(trial)));
            }
            return results;
        }
    }
}

package dev.parabola.core.execution;

import dev.parabola.core.data.Region;
import dev.parabola.core.data.UnfitCellException;
import dev.parabola.core.execution.CohortPlan.Planned;
import dev.parabola.core.kernel.Kernel;
import dev.parabola.core.kernel.MixedProgramsException;
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
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Trains a study's trials on several threads and hands the results on in plan order. Trials are planned as they are needed, a
 * window or two ahead of the threads, so memory does not grow with the study.
 */
public final class StudyRunner {
    /** Portraits are kept for the cells before this one, and not for those from it on. */
    public static final long CELLS_WITH_PREDICTIONS = Study.CELLS_IN_DETAIL;

    /** While one window's results are handed on, the threads work at the next. */
    private static final int WINDOWS_AHEAD = 2;

    /** How many results at most wait in memory for those before them. */
    static long mostTrialsWaiting(Study study) {
        return Math.min(study.trials(), (long) WINDOWS_AHEAD * CohortPlan.MOST_TRIALS);
    }

    private final Kernel kernel;
    private final FailureListener failures;

    /**
     * A runner.
     *
     * @param kernel the arithmetic
     * @param failures hears why trials fail, in the threads that train
     */
    public StudyRunner(Kernel kernel, FailureListener failures) {
        this.kernel = kernel;
        this.failures = failures;
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
            Deque<Submitted> ahead = new ArrayDeque<>();
            CohortPlan windows = new CohortPlan(study, range, kernel, threads);
            while (windows.hasNext() || !ahead.isEmpty()) {
                while (windows.hasNext() && ahead.size() < WINDOWS_AHEAD) {
                    ahead.add(submit(study, windows.next(), workers));
                }
                deliver(ahead.remove(), sink);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** A window whose cohorts are being trained: for each of its trials the cohort's results, and its place there. */
    private record Submitted(List<Future<List<TrainedTrial>>> cohorts, int[] places) {}

    private record TrainedTrial(TrialResult result, List<Optional<Region>> regions, TrialSink.Timing timing) {}

    private Submitted submit(Study study, CohortPlan.Window window, ExecutorService workers) {
        List<Future<List<TrainedTrial>>> cohorts = new ArrayList<>(Collections.nCopies(window.count(), null));
        int[] places = new int[window.count()];
        for (CohortPlan.Cohort cohort : window.cohorts()) {
            Future<List<TrainedTrial>> future = workers.submit(() -> train(study, cohort.trials()));
            for (int i = 0; i < cohort.trials().size(); i++) {
                int trial = (int) (cohort.trials().get(i).number() - window.first());
                cohorts.set(trial, future);
                places[trial] = i;
            }
        }
        return new Submitted(cohorts, places);
    }

    private static void deliver(Submitted window, TrialSink sink) throws InterruptedException {
        for (int trial = 0; trial < window.places().length; trial++) {
            TrainedTrial trained = take(window.cohorts().get(trial)).get(window.places()[trial]);
            sink.accept(trained.result(), trained.regions(), trained.timing());
        }
    }

    private static <T> T take(Future<T> future) throws InterruptedException {
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

    private List<TrainedTrial> train(Study study, List<Planned> planned) {
        long start = System.nanoTime();
        List<TrialResult> results = new ArrayList<>(Collections.nCopies(planned.size(), null));
        List<Trial> trials = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<List<Optional<Region>>> regions = new ArrayList<>(Collections.nCopies(planned.size(), List.of()));
        for (int i = 0; i < planned.size(); i++) {
            try {
                Trial trial = trial(study, planned.get(i));
                regions.set(i, trial.plan().regions());
                trials.add(trial);
                places.add(i);
            } catch (PluginFault | UnfitCellException | InvalidInputException e) {
                long number = planned.get(i).number();
                long cell = planned.get(i).cell().number();
                failures.failed(number, e);
                results.set(
                        i, TrialResult.failed(number, replica(study, number), cell, study.levels(cell), 0, reason(e)));
            }
        }
        if (!trials.isEmpty()) {
            List<TrialResult> trained = train(trials);
            for (int i = 0; i < trained.size(); i++) {
                results.set(places.get(i), trained.get(i));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9 / planned.size();
        TrialSink.Timing timing =
                new TrialSink.Timing(seconds, Thread.currentThread().getName(), kernel.name());
        List<TrainedTrial> all = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            all.add(new TrainedTrial(results.get(i), regions.get(i), timing));
        }
        return all;
    }

    private static String reason(RuntimeException e) {
        return Objects.requireNonNull(e.getMessage());
    }

    private static Trial trial(Study study, Planned planned) {
        CellPlan plan = planned.cell().plan();
        boolean sits = plan.cell().index() < CELLS_WITH_PREDICTIONS;
        return new Trial(planned.number(), replica(study, planned.number()), plan, sits);
    }

    private static int replica(Study study, long trial) {
        return (int) (trial % study.replicas());
    }

    /**
     * Where a plugin fails in company, or gives another formula than a moment ago, each trial is trained alone: the figures of the
     * others are the same.
     */
    private List<TrialResult> train(List<Trial> trials) {
        try {
            return new CohortTraining(kernel, trials).run();
        } catch (PluginFault | UnfitCellException | MixedProgramsException e) {
            if (trials.size() == 1) {
                Trial trial = trials.get(0);
                failures.failed(trial.number(), e);
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

package dev.parabola.cli;

import dev.parabola.core.execution.KernelChoice;
import dev.parabola.core.execution.SelfCheck;
import dev.parabola.core.execution.StudyRunner;
import dev.parabola.core.execution.TrialRange;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.RunReader;
import dev.parabola.core.results.RunWriter;
import dev.parabola.core.statistics.Resolution;
import dev.parabola.core.statistics.Summaries;
import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult.Status;
import dev.parabola.report.Report;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parabola run}: from a manifest to the files of a run. */
@Command(name = "run", description = "Train a study's trials and write its run folder.")
final class RunCommand implements Callable<Integer> {
    private final Environment environment;
    private final Parabola parabola;
    private final StudySource source;

    @Mixin
    private StudyArguments arguments;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The run folder. Default: runs/STUDY.")
    private @Nullable Path output;

    @Option(names = "--threads", paramLabel = "N", description = "The number of threads. Default: one per processor.")
    private int threads = Threads.all();

    @Option(
            names = "--only",
            paramLabel = "TRIALS",
            description = "Only one trial, as 7, or some, as 100-199; numbers start at 0. The run stays unfinished.")
    private @Nullable String only;

    @Option(names = "--fresh", description = "Start over, whatever run is in the run folder.")
    private boolean fresh;

    @Inject
    RunCommand(Environment environment, Parabola parabola, StudySource source, StudyArguments arguments) {
        this.environment = environment;
        this.parabola = parabola;
        this.source = source;
        this.arguments = arguments;
    }

    @Override
    public Integer call() throws InterruptedException {
        Threads.check(threads);
        Study study = source.plan(arguments, threads);
        TrialRange range =
                only == null ? new TrialRange(0, study.trials() - 1) : TrialSelection.of(only, study.trials());
        KernelChoice.Chosen chosen = KernelWish.asked()
                .choose(study, range.count(), threads, Runtime.getRuntime().maxMemory());
        List<String> distrust = SelfCheck.failures(chosen.kernel());
        if (!distrust.isEmpty()) {
            distrust.forEach(environment.err()::println);
            environment.err().println("nothing is trained here: the figures would differ from those of other machines");
            return ExitCode.BUG;
        }
        Path path = output == null ? Path.of("runs", study.name()) : output;
        try (RunFolder folder = RunFolder.open(path, study, fresh)) {
            if (folder.state() == RunFolder.State.FINISHED) {
                environment.out().println(path + ": finished before, nothing to do; --fresh starts over");
                return hasFailedTrials(folder) ? ExitCode.TRIALS_FAILED : ExitCode.DONE;
            }
            Resolution.of(study).warnings().forEach(line -> environment.err().println("warning: " + line));
            return train(folder, range, chosen);
        }
    }

    private static boolean hasFailedTrials(RunFolder folder) {
        try (RunReader trials = RunReader.trials(folder.path(), folder.study())) {
            while (trials.hasNext()) {
                if (trials.next().status() == Status.FAILED) {
                    return true;
                }
            }
            return false;
        }
    }

    private int train(RunFolder folder, TrialRange range, KernelChoice.Chosen chosen) throws InterruptedException {
        CountingSink sink;
        InterruptionNotice notice = new InterruptionNotice(environment, folder.path());
        try (notice;
                RunWriter writer = folder.write();
                TrainingProgress progress = progress(range.count())) {
            sink = new CountingSink(writer, progress);
            folder.log(chosen.reason());
            new StudyRunner(chosen.kernel()).run(folder.study(), range, threads, sink);
        }
        if (only == null) {
            LearningTable table = new LearningTable(folder.study());
            Summaries.write(folder, table::add);
            table.lines(folder.path()).forEach(environment.out()::println);
            environment.out().println("report: " + Report.write(folder.path()));
            if (folder.looks() > 1) {
                environment
                        .out()
                        .println(
                                "looked at " + folder.looks()
                                        + " times, with more replicas each time: that makes false verdicts likelier than one look");
            }
        }
        long failed = sink.count(Status.FAILED);
        environment
                .out()
                .println("trials: " + sink.count(Status.COMPLETED) + " completed, " + sink.count(Status.DIVERGED)
                        + " diverged, " + failed + " failed; written to " + folder.path());
        return failed == 0 ? ExitCode.DONE : ExitCode.TRIALS_FAILED;
    }

    private TrainingProgress progress(long trials) {
        if (parabola.isQuiet()) {
            return TrainingProgress.silent();
        }
        return environment.interactive()
                ? new ProgressOnTerminal(environment.err(), trials)
                : new ProgressLines(environment.err(), trials);
    }
}

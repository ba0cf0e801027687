package dev.parabola.cli;

import dev.parabola.core.execution.KernelChoice;
import dev.parabola.core.execution.SelfCheck;
import dev.parabola.core.execution.StudyRunner;
import dev.parabola.core.execution.TrialRange;
import dev.parabola.core.kernel.RowStart;
import dev.parabola.core.results.FailureLog;
import dev.parabola.core.results.RunFile;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.RunWriter;
import dev.parabola.core.statistics.Summaries;
import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult.Status;
import dev.parabola.report.Report;
import jakarta.inject.Inject;
import java.nio.file.Files;
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
    private final AnswerPrinter printer;

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

    @Mixin
    private TopOption top;

    @Inject
    RunCommand(
            Environment environment,
            Parabola parabola,
            StudySource source,
            AnswerPrinter printer,
            StudyArguments arguments,
            TopOption top) {
        this.environment = environment;
        this.parabola = parabola;
        this.source = source;
        this.printer = printer;
        this.arguments = arguments;
        this.top = top;
    }

    @Override
    public Integer call() throws InterruptedException {
        Threads.check(threads);
        int cells = top.cells();
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
                if (!parabola.isQuiet()) {
                    environment.tell(path + ": finished before, nothing to train; --fresh starts over");
                }
                if (!Files.exists(RunFile.REPORT.in(path))) {
                    Report.write(path);
                }
                return exitCode(printer.print(path, cells, folder.looks()));
            }
            Forewarnings.of(study).forEach(environment::warn);
            return train(folder, range, chosen, cells);
        }
    }

    private int train(RunFolder folder, TrialRange range, KernelChoice.Chosen chosen, int cells)
            throws InterruptedException {
        CountingSink sink;
        Progress progress = progress();
        InterruptionNotice notice = new InterruptionNotice(environment, progress, folder.path());
        try (progress;
                notice) {
            if (only == null) {
                Report.prepare();
            }
            progress.begin(Stage.counted("training", "trained", Progress.TRIAL, range.count()));
            try (RunWriter writer = folder.write()) {
                sink = new CountingSink(writer, progress);
                folder.log(chosen.reason());
                folder.log("rows of lanes begin "
                        + (chosen.kernel().rowStart().equals(RowStart.AT_ONCE)
                                ? "with their arrays"
                                : "at cache lines"));
                new StudyRunner(chosen.kernel(), new FailureLog(folder)).run(folder.study(), range, threads, sink);
            }
            progress.end();
            if (only == null) {
                finish(folder, progress);
            }
        }
        if (only == null) {
            return exitCode(printer.print(folder.path(), cells, folder.looks()));
        }
        long failed = sink.count(Status.FAILED);
        printer.printSome(sink.count(Status.COMPLETED), sink.count(Status.DIVERGED), failed, folder.path());
        return exitCode(failed);
    }

    private static void finish(RunFolder folder, Progress progress) {
        progress.begin(Stage.counted("judging", "judged", "cell", folder.study().cells()));
        Summaries.write(folder, cell -> progress.step());
        progress.end();
        progress.begin(Stage.uncounted("making the report"));
        Report.write(folder.path());
        progress.end();
    }

    private static int exitCode(long failed) {
        return failed == 0 ? ExitCode.DONE : ExitCode.TRIALS_FAILED;
    }

    private Progress progress() {
        if (parabola.isQuiet()) {
            return Progress.silent();
        }
        return Progress.on(
                environment.watched().isPresent()
                        ? new ProgressBar(
                                environment.err(), environment.watched().getAsInt())
                        : new ProgressLines(environment.err()));
    }
}

package dev.parabola.cli;

import dev.parabola.core.results.RunFile;
import dev.parabola.core.text.Counted;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the answer of a finished run, the same whether it was just trained or long ago. */
final class AnswerPrinter {
    private final Environment environment;

    @Inject
    AnswerPrinter(Environment environment) {
        this.environment = environment;
    }

    /**
     * Prints the answer.
     *
     * @param folder the run folder
     * @param top how many cells are shown, at least 1
     * @param looks how often the verdicts were looked at, with more replicas each time
     * @return how many trials failed
     */
    long print(Path folder, int top, int looks) {
        FinishedRun run = FinishedRun.read(folder, top);
        new AnswerText(run, environment.screen()).lines().forEach(environment.out()::println);
        if (Files.exists(RunFile.REPORT.in(folder))) {
            print("report: " + RunFile.REPORT.in(folder));
        }
        print(trials(run.completed(), run.diverged(), run.failed(), folder));
        if (looks > 1) {
            environment.warn("looked at " + Counted.of(looks, "time")
                    + ", with more replicas each time: that makes false verdicts likelier than one look");
        }
        return run.failed();
    }

    /** Prints what came of some trials of a run that is not finished. */
    void printSome(long completed, long diverged, long failed, Path folder) {
        print(trials(completed, diverged, failed, folder));
    }

    private static String trials(long completed, long diverged, long failed, Path folder) {
        return "trials: " + completed + " completed, " + diverged + " diverged, " + failed + " failed; written to "
                + folder;
    }

    private void print(String text) {
        Wrapped.text(text, 0, 2, environment.screen().columns()).forEach(environment.out()::println);
    }
}

package dev.parabola.cli;

import dev.parabola.core.results.RunDescription;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.WrittenTrials;
import dev.parabola.core.text.Counted;
import dev.parabola.core.text.OneLine;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code parabola show}: the answer of a run again, from its files alone. */
@Command(
        name = "show",
        description = "Print the answer of a run again, best cells first; of an unfinished one, how far it is.")
final class ShowCommand implements Callable<Integer> {
    private final Environment environment;
    private final AnswerPrinter printer;

    @Parameters(paramLabel = "RUN", description = "The run folder.")
    private Path folder = Path.of("");

    @Mixin
    private TopOption top;

    @Inject
    ShowCommand(Environment environment, AnswerPrinter printer, TopOption top) {
        this.environment = environment;
        this.printer = printer;
        this.top = top;
    }

    @Override
    public Integer call() {
        int cells = top.cells();
        RunDescription description = RunDescription.readBegun(folder);
        if (RunDescription.isFinished(folder)) {
            printer.print(folder, cells, RunFolder.looksAt(folder));
        } else {
            Wrapped.text(unfinished(description), 0, 2, environment.screen().columns())
                    .forEach(environment.out()::println);
        }
        return ExitCode.DONE;
    }

    private String unfinished(RunDescription description) {
        long trials = description.cells() * description.replicas();
        return OneLine.of(folder.toString()) + ": " + OneLine.of(description.study()) + " is not finished: "
                + WrittenTrials.in(folder) + " of " + Counted.of(trials, "trial") + " written";
    }
}

package dev.parabola.cli;

import dev.parabola.report.Report;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code parabola report}: the page of a run, made again from its files alone. */
@Command(name = "report", description = "Make a finished run's report.html again, from its files alone.")
final class ReportCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "RUN", description = "The run folder.")
    private Path folder = Path.of("");

    @Inject
    ReportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        environment.out().println(Report.write(folder));
        return ExitCode.DONE;
    }
}

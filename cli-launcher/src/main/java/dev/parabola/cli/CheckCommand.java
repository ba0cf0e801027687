package dev.parabola.cli;

import dev.parabola.core.statistics.Summaries;
import dev.parabola.core.study.Study;
import dev.parabola.core.text.Counted;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parabola check}: everything that can be said of a study without training. */
@Command(
        name = "check",
        description =
                "Validate a manifest and print the resolved study, its size and what it will take; train nothing.")
final class CheckCommand implements Callable<Integer> {
    private static final String MARK = "# ";

    private final Environment environment;
    private final StudySource source;

    @Mixin
    private StudyArguments arguments;

    @Inject
    CheckCommand(Environment environment, StudySource source, StudyArguments arguments) {
        this.environment = environment;
        this.source = source;
        this.arguments = arguments;
    }

    @Override
    public Integer call() {
        Study study = source.plan(arguments, Threads.all());
        environment.out().print(study.lock());
        environment.out().println();
        // As comments, so that all of the output is YAML.
        OptionalInt room = environment.screen().columns();
        OptionalInt behindMark = room.isEmpty() ? room : OptionalInt.of(room.getAsInt() - MARK.length());
        Estimate.of(study, KernelWish.asked(), Threads.all()).stream()
                .flatMap(line -> Wrapped.text(line, 0, 2, behindMark).stream())
                .forEach(line -> environment.out().println(MARK + line));
        if (study.replicas() < Summaries.FEWEST_REPLICAS) {
            environment.warn("with " + Counted.of(study.replicas(), "replica") + " every verdict stays open; "
                    + Summaries.FEWEST_REPLICAS + " are the fewest that can tell, 20 tell most");
        }
        Forewarnings.of(study).forEach(environment::warn);
        return ExitCode.DONE;
    }
}

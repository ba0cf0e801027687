package dev.parabola.cli;

import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Suggestion;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parabola help}: what {@code --help} says of the program or of a command. */
@Command(name = "help", description = "Tell how the program or a command is used.")
final class HelpCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "The command, as run or plugins describe. Default: the program.")
    private List<String> words = new ArrayList<>();

    @Inject
    HelpCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        CommandLine command = spec.root().commandLine();
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new InvalidInputException(
                        Position.of("parabola help"),
                        "unknown command '" + word + "'; "
                                + (command.getSubcommands().isEmpty()
                                        ? command.getCommandSpec().qualifiedName() + " has no commands of its own"
                                        : Suggestion.forUnknown(
                                                word, command.getSubcommands().keySet())));
            }
            command = next;
        }
        command.usage(environment.out(), command.getColorScheme());
        return ExitCode.DONE;
    }
}

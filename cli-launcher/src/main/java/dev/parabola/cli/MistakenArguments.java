package dev.parabola.cli;

import dev.parabola.core.problem.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, what was probably meant, and where help is. */
final class MistakenArguments implements IParameterExceptionHandler {
    private final Environment environment;

    MistakenArguments(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        CommandLine root = command.getCommandSpec().root().commandLine();
        Optional<String> first =
                Arrays.stream(arguments).filter(word -> !word.startsWith("-")).findFirst();
        if (first.isPresent() && !root.getSubcommands().containsKey(first.get())) {
            // Whatever else is wrong, picocli tells of it as if the next word had been the command.
            return refuse(root, unknownCommand(first.get(), root));
        }
        return refuse(command, message(e, command));
    }

    private int refuse(CommandLine command, String message) {
        String name = command.getCommandSpec().qualifiedName();
        environment.tell(name + ": " + message);
        environment.tell("see '" + name + " --help'");
        return ExitCode.BAD_INPUT;
    }

    private static String message(ParameterException e, CommandLine command) {
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return firstLower(
                    String.join(" ", String.valueOf(e.getMessage()).lines().toList()));
        }
        String argument = unmatched.getUnmatched().get(0);
        if (argument.startsWith("-")) {
            String option = argument.split("=", 2)[0];
            return "unknown option '" + option + "'; " + Suggestion.forUnknown(option, options(command));
        }
        return command.getSubcommands().isEmpty()
                        || !command.getCommandSpec().positionalParameters().isEmpty()
                ? "'" + argument + "' is one argument too many"
                : unknownCommand(argument, command);
    }

    private static String unknownCommand(String word, CommandLine command) {
        return "unknown command '" + word + "'; "
                + Suggestion.forUnknown(word, command.getSubcommands().keySet());
    }

    private static List<String> options(CommandLine command) {
        List<String> names = new ArrayList<>();
        command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        return names;
    }

    private static String firstLower(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}

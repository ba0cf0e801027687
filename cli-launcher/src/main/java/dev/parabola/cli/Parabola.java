package dev.parabola.cli;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code parabola}: what all commands have in common. */
@Command(
        name = "parabola",
        description =
                "Can a small neural network learn this function, how often, and what does it do where it saw no data?",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            ShowCommand.class,
            ReportCommand.class,
            PluginsCommand.class,
            SchemaCommand.class,
            HelpCommand.class
        },
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND")
@Singleton
final class Parabola implements Callable<Integer> {
    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "No progress, only results, warnings and errors.")
    private boolean quiet;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Add a stack trace to an error.")
    private boolean debug;

    @Inject
    Parabola(Environment environment) {
        this.environment = environment;
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean isDebug() {
        return debug;
    }

    /** Without a command there is nothing to do. */
    @Override
    public Integer call() {
        CommandLine commandLine = spec.commandLine();
        commandLine.usage(environment.err(), commandLine.getColorScheme());
        return ExitCode.BAD_INPUT;
    }
}

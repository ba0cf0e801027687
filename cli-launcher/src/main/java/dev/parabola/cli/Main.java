package dev.parabola.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Main {
    private final Environment environment;

    Main(Environment environment) {
        this.environment = environment;
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(messages()), true, StandardCharsets.UTF_8);
        System.setErr(err);
        int columns = Integer.getInteger("parabola.columns", Screen.USUAL);
        // Without a lambda, so that a start as short as that for --version has none to set up.
        String plugins = System.getProperty("parabola.plugins");
        int exitCode = new Main(new Environment(
                        System.in,
                        out,
                        err,
                        Boolean.getBoolean("parabola.screen") ? Screen.terminal(columns, System.getenv()) : Screen.NONE,
                        Boolean.getBoolean("parabola.terminal")
                                ? OptionalInt.of(Screen.readable(columns))
                                : OptionalInt.empty(),
                        plugins == null ? Optional.empty() : Optional.of(Path.of(plugins))))
                .run(arguments);
        out.flush();
        if (output.failure().isPresent()) {
            err.println("standard output cannot be written: "
                    + output.failure().orElseThrow().getMessage());
            exitCode = ExitCode.STORAGE;
        }
        System.exit(exitCode);
    }

    /** Standard error; where the launcher put a filter before the virtual machine's own, the descriptor that leads around it. */
    static FileDescriptor messages() {
        return InheritedDescriptor.of(Integer.getInteger("parabola.messages", 2))
                .orElse(FileDescriptor.err);
    }

    /**
     * Runs a command.
     *
     * @param arguments the command line
     * @return the exit code
     */
    int run(String... arguments) {
        if (arguments.length == 1 && ProgramVersion.isOption(arguments[0])) {
            // Scripts ask for it, and most of a start is the making of commands.
            for (String line : ProgramVersion.lines()) {
                environment.out().println(line);
            }
            return ExitCode.DONE;
        }
        Injector injector = Guice.createInjector(Stage.PRODUCTION, new LauncherModule(environment));
        Parabola parabola = injector.getInstance(Parabola.class);
        try {
            CommandLine commandLine = new CommandLine(parabola, new InjectingFactory(injector))
                    .setExpandAtFiles(false)
                    .setUsageHelpWidth(helpWidth())
                    .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
                    .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
                    .setColorScheme(Help.defaultColorScheme(environment.screen().colors() ? Ansi.ON : Ansi.OFF))
                    .setParameterExceptionHandler(new MistakenArguments(environment))
                    .setExecutionExceptionHandler(new Reporting(parabola));
            return commandLine.execute(arguments);
        } catch (Error e) {
            return report(e, parabola.isDebug());
        }
    }

    /** Picocli makes help of 55 columns at least; longer lines than usual are hard to read. */
    private int helpWidth() {
        return Math.max(
                55, Math.min(Screen.USUAL, environment.screen().columns().orElse(Screen.USUAL)));
    }

    /** No lambda, because an archive of classes takes none of an interface in as old a format as picocli's. */
    private final class Reporting implements IExecutionExceptionHandler {
        private final Parabola parabola;

        Reporting(Parabola parabola) {
            this.parabola = parabola;
        }

        @Override
        public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
            return report(thrown, parabola.isDebug());
        }
    }

    private int report(Throwable thrown, boolean debug) {
        Failure failure = Failure.of(thrown);
        failure.lines().forEach(environment::tell);
        if (debug) {
            thrown.printStackTrace(environment.err());
        }
        return failure.exitCode();
    }
}

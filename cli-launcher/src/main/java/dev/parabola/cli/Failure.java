package dev.parabola.cli;

import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.plugin.PluginUnavailableException;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.results.RunFolderBusyException;
import dev.parabola.core.results.StorageException;
import java.util.List;

/**
 * How the program ends when something was thrown.
 *
 * @param exitCode the exit code
 * @param lines the message
 */
record Failure(int exitCode, List<String> lines) {
    static Failure of(Throwable thrown) {
        if (thrown instanceof InvalidInputException) {
            return new Failure(ExitCode.BAD_INPUT, linesOf(thrown));
        }
        if (thrown instanceof PluginUnavailableException) {
            return new Failure(ExitCode.PLUGIN_UNAVAILABLE, linesOf(thrown));
        }
        if (thrown instanceof PluginFault) {
            return new Failure(ExitCode.TRIALS_FAILED, linesOf(thrown));
        }
        if (thrown instanceof StorageException) {
            return new Failure(ExitCode.STORAGE, linesOf(thrown));
        }
        if (thrown instanceof RunFolderBusyException) {
            return new Failure(ExitCode.BUSY, linesOf(thrown));
        }
        if (thrown instanceof InterruptedException) {
            return new Failure(ExitCode.INTERRUPTED, List.of("interrupted"));
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Failure(
                    ExitCode.BUG,
                    List.of("the program ran out of memory; give it more with PARABOLA_JAVA_OPTS=-Xmx…, or use fewer"
                            + " threads"));
        }
        return new Failure(
                ExitCode.BUG,
                List.of("a bug in the program: "
                        + String.join(" ", thrown.toString().lines().toList())
                        + "; --debug shows where it happened, please report that"));
    }

    private static List<String> linesOf(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().toList();
    }
}

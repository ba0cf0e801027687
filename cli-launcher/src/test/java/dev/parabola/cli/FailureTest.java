package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.Name;
import dev.parabola.api.Plugin;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.plugin.PluginUnavailableException;
import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problem;
import dev.parabola.core.results.RunFolderBusyException;
import dev.parabola.core.results.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
    private static final Problem ONE = new Problem(new Position("a.yaml", 1, 2), "wrong");
    private static final Problem OTHER = new Problem(new Position("a.yaml", 3, 4), "wrong too");

    @Name("broken")
    private record Broken() implements Plugin {}

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new InvalidInputException(List.of(ONE, OTHER)),
                        2,
                        List.of("a.yaml:1:2: wrong", "a.yaml:3:4: wrong too")),
                Arguments.of(new PluginUnavailableException(List.of(ONE)), 6, List.of("a.yaml:1:2: wrong")),
                Arguments.of(new PluginFault(new Broken(), "gave nothing", null), 3, List.of("broken gave nothing")),
                Arguments.of(
                        StorageException.unwritable(Path.of("runs"), new IOException("full")),
                        4,
                        List.of("runs: cannot be written: full; mend that, or give another folder with -o")),
                Arguments.of(
                        new RunFolderBusyException(Path.of("runs")),
                        5,
                        List.of("runs: another process is writing this run; wait for it, or give another folder with"
                                + " -o")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void hasTheExitCodeOfItsKindAndOnlyItsMessage(RuntimeException thrown, int exitCode, List<String> lines) {
        assertThat(Failure.of(thrown)).isEqualTo(new Failure(exitCode, lines));
    }

    @Test
    void anythingUnexpectedIsABugInTheProgram() {
        Failure failure = Failure.of(new IllegalStateException("no\nway"));

        assertThat(failure.exitCode()).isEqualTo(1);
        assertThat(failure.lines())
                .containsExactly("a bug in the program: java.lang.IllegalStateException: no way; --debug shows where it"
                        + " happened, please report that");
    }

    @Test
    void tooLittleMemoryIsNoBugButHasARemedy() {
        assertThat(Failure.of(new OutOfMemoryError()).lines())
                .singleElement()
                .asString()
                .contains("PARABOLA_JAVA_OPTS");
    }
}

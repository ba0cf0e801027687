package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    private Path home;

    @Test
    void helpGoesToStandardOutput() {
        Invocation help = Invocation.of(home, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: parabola ")
                .contains("run", "check", "plugins", "schema", "--quiet", "--debug", "--version");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "check", "show", "report", "plugins", "plugins describe", "schema", "help"})
    void everyCommandHasHelpOfTwoKindsThatFitsATerminal(String command) {
        String[] words = command.isEmpty() ? new String[0] : command.split(" ");
        Invocation option = Invocation.of(home, with(words, words.length, "--help"));
        Invocation help = Invocation.of(home, with(words, 0, "help"));
        Invocation narrow = Invocation.of(home, new Screen(OptionalInt.of(60), false), with(words, 0, "help"));

        assertThat(option.exitCode()).isZero();
        assertThat(option.out()).startsWith("Usage: parabola " + command);
        assertThat(option.outLines()).allMatch(line -> line.length() <= 80);
        assertThat(help).isEqualTo(option);
        assertThat(narrow.outLines()).allMatch(line -> line.length() <= 60).hasSizeGreaterThan(3);
    }

    private static String[] with(String[] words, int place, String word) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(place, word);
        return all.toArray(String[]::new);
    }

    @Test
    void theProgramsHelpNamesEveryCommandWithASentence() {
        assertThat(Invocation.of(home, "help").outLines())
                .filteredOn(line -> line.startsWith("  ")
                        && !line.startsWith("   ")
                        && !line.strip().startsWith("-"))
                .extracting(line -> line.strip().replaceFirst(" .*", ""))
                .contains("run", "check", "show", "report", "plugins", "schema", "help");
    }

    @Test
    void theVersionNamesTheProgramAndItsJava() {
        Invocation version = Invocation.of(home, "--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.outLines()).hasSize(2);
        assertThat(version.out())
                .startsWith("parabola ")
                .contains("Java " + Runtime.version().feature());
        // With anything beside it, the library answers.
        assertThat(Invocation.of(home, "-V")).isEqualTo(version);
        assertThat(Invocation.of(home, "-q", "--version")).isEqualTo(version);
        assertThat(Invocation.of(home, "run", "-V")).isEqualTo(version);
    }

    @Test
    void withoutACommandThereIsHelpAndAnError() {
        Invocation nothing = Invocation.of(home);

        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).startsWith("Usage: parabola ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnu | parabola: unknown command 'rnu'; did you mean 'run'?",
                "shwo x | parabola: unknown command 'shwo'; did you mean 'show'?",
                "hlep run | parabola: unknown command 'hlep'; did you mean 'help'?",
                "-q hlep run x --top | parabola: unknown command 'hlep'; did you mean 'help'?",
                "help rnu | parabola help: unknown command 'rnu'; did you mean 'run'?",
                "help plugins desribe | parabola help: unknown command 'desribe'; did you mean 'describe'?",
                "help run fast | parabola help: unknown command 'fast'; parabola run has no commands of its own",
                "show | parabola show: missing required parameter: 'RUN'",
                "show x --tpo 3 | parabola show: unknown option '--tpo'; did you mean '--top'?",
                "show x --top 0 | --top: must be at least 1, got 0",
                "run | parabola run: missing required parameter: 'MANIFEST'",
                "run a b | parabola run: 'b' is one argument too many",
                "run a --treads 2 | parabola run: unknown option '--treads'; did you mean '--threads'?",
                "check a --only 1 | parabola check: unknown option '--only'",
                "plugin | parabola: unknown command 'plugin'; did you mean 'plugins'?",
                "--qiet plugins | parabola: unknown option '--qiet'; did you mean '--quiet'?",
                "plugins --qiet | parabola plugins: unknown option '--qiet'; did you mean '--quiet'?",
                "plugins --plugns=x | parabola plugins: unknown option '--plugns'; did you mean '--plugins'?",
                "plugins desribe | parabola plugins: unknown kind 'desribe'; did you mean 'describe'?",
                "plugins activatoin | parabola plugins: unknown kind 'activatoin'; did you mean 'activation'?",
                "plugins target more | parabola plugins: 'more' is one argument too many",
                "plugins describe target | parabola plugins describe: missing required parameter: 'NAME'",
                "plugins describe target a b | parabola plugins describe: 'b' is one argument too many",
                "plugins describe activation rleu"
                        + " | parabola plugins describe: unknown activation 'rleu'; did you mean 'relu'?",
                "plugins describe targt square | parabola plugins describe: unknown kind 'targt'; did you mean 'target'?"
            })
    void aMistypedWordNamesTheNearest(String command, String message) {
        Invocation mistake = Invocation.of(home, command.split(" "));

        assertThat(mistake.exitCode()).isEqualTo(2);
        assertThat(mistake.out()).isEmpty();
        assertThat(mistake.errLines().get(0)).startsWith(message);
        assertThat(mistake.errLines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void helpIsColouredOnlyWhereColoursAreWanted() {
        assertThat(Invocation.of(home, Screen.NONE, "--help").out()).doesNotContain("\u001b[");
        assertThat(Invocation.of(home, new Screen(OptionalInt.of(80), true), "--help")
                        .out())
                .contains("\u001b[");
    }

    @Test
    void aStackTraceIsShownOnlyToThoseWhoAskForIt() {
        assertThat(Invocation.of(home, "plugins", "nothing").err()).doesNotContain("\tat ");
        assertThat(Invocation.of(home, "plugins", "nothing", "--debug").err())
                .startsWith("parabola plugins: unknown kind 'nothing'")
                .contains("\tat dev.parabola.");
        assertThat(Invocation.of(home, "--debug", "plugins", "nothing").err()).contains("\tat dev.parabola.");
    }

    @Test
    void aReaderThatWentAwayIsNoError() {
        StandardOutput output = new StandardOutput(failing("Broken pipe"));
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = new Main(new Environment(
                        InputStream.nullInputStream(),
                        new PrintStream(output, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Screen.NONE,
                        OptionalInt.empty(),
                        Optional.of(home)))
                .run("plugins");

        assertThat(exitCode).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(output.failure()).isEmpty();
    }

    @Test
    void aFullDiskBehindStandardOutputIsRemembered() {
        StandardOutput output = new StandardOutput(failing("No space left on device"));

        output.write(1);

        assertThat(output.failure()).map(IOException::getMessage).contains("No space left on device");
    }

    @Test
    void standardOutputPassesOnWhatIsWritten() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(stream);

        output.write("one".getBytes(StandardCharsets.UTF_8));
        output.write('!');

        assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo("one!");
        assertThat(output.failure()).isEmpty();
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(message);
            }
        };
    }
}

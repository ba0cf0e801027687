package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowCommandTest {
    private static final String MANIFEST = """
            study: shown
            question: Can the widest of them all, with 日本語 in its question, learn a square within very few steps?
            replicas: 6
            target: square
            data: {samples: 40}
            model: {hidden: [8], activation: tanh}
            training: {learning-rate: 0.05, steps: 300, batch: 20}
            regions: {inside: [-1, 1], far: {range: [-4, 4], except: [-1, 1]}}
            vary:
              training.learning-rate: {日本語日本語日本語日本語日本語日本語: 0.000001, good: 0.05, "1": 1}
              activation:
                plain: {model.activation: tanh}
                'an expression that is so long that no table of any terminal has a column for it': {model.activation: "x * sigmoid(x)"}
                anunbrokenwordthatissolongthatnotableofanyterminalhasacolumnforit: {model.activation: relu}
              model.hidden: [[4], [8]]
            """;

    private static final int CELLS = 18;

    @TempDir
    private static Path folder;

    private static Path run = Path.of("");
    private static Invocation trained = new Invocation(0, "", "");

    @BeforeAll
    static void train() throws IOException {
        run = folder.resolve("run");
        Files.writeString(folder.resolve("shown.yaml"), MANIFEST);
        trained = Invocation.of(folder, "run", folder.resolve("shown.yaml").toString(), "-o", run.toString());
        assertThat(trained.exitCode()).isZero();
    }

    private static Invocation show(String... options) {
        return show(Screen.NONE, options);
    }

    private static Invocation show(Screen screen, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "show";
        arguments[1] = run.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Invocation.of(folder, screen, arguments);
    }

    private static List<String> table(Invocation shown) {
        List<String> lines = shown.outLines();
        int header = lines.indexOf("") + 1;
        List<String> below = lines.subList(header + 1, lines.size());
        return below.subList(0, below.indexOf("")).stream()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }

    @Test
    void printsWhatTheRunPrinted() {
        Invocation shown = show();

        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).isEqualTo(trained.out());
        assertThat(shown.err()).isEmpty();
    }

    @Test
    void theBestCellsComeFirstAndTheRestIsCounted() {
        List<String> ten = table(show());

        assertThat(ten).hasSize(11);
        assertThat(ten.get(0)).contains("good").contains("interpolates");
        assertThat(ten.get(10)).isEqualTo("… and 8 cells more in summary.csv");
        assertThat(table(show("--top", "17"))).hasSize(18).last().isEqualTo("… and 1 cell more in summary.csv");
        assertThat(table(show("--top", "1000")))
                .hasSize(CELLS)
                .startsWith(ten.subList(0, 10).toArray(String[]::new));
        assertThat(table(show("--top", "1"))).first().isEqualTo(ten.get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 72, 80, 100, 132})
    void noLineIsWiderThanTheTerminal(int columns) {
        for (boolean colors : List.of(false, true)) {
            for (String top : List.of("1", "10", "100")) {
                Invocation shown = show(new Screen(OptionalInt.of(columns), colors), "--top", top);

                assertThat(shown.exitCode()).isZero();
                assertThat(shown.outLines())
                        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(columns));
                assertThat(shown.out()).contains("interpolates", "trials:");
            }
        }
    }

    @Test
    void coloursSayNothingThatWordsDoNot() {
        Invocation plain = show(new Screen(OptionalInt.of(80), false));
        Invocation colored = show(new Screen(OptionalInt.of(80), true));

        assertThat(colored.out()).contains("\u001b[33minterpolates\u001b[0m").isNotEqualTo(plain.out());
        assertThat(colored.out().replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(plain.out());
    }

    @Test
    void needsNothingButTheTables() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String file : List.of(
                "summary.csv",
                "effects.csv",
                "comparisons.csv",
                "predictions.csv",
                "manifest.yaml",
                "study.lock.yaml")) {
            Files.copy(run.resolve(file), copy.resolve(file));
        }

        assertThat(Invocation.of(folder, "show", copy.toString()).out())
                .isEqualTo(trained.out()
                        .replace("report: " + run.resolve("report.html") + System.lineSeparator(), "")
                        .replace("written to " + run, "written to " + copy));
    }

    @Test
    void saysOfAnUnfinishedRunHowFarItIs() throws IOException {
        Path half = folder.resolve("half");
        Invocation.of(
                folder,
                "run",
                folder.resolve("shown.yaml").toString(),
                "--only",
                "0-6",
                "--set",
                "training.steps=2",
                "-o",
                half.toString());

        Invocation shown = Invocation.of(folder, "show", half.toString());

        assertThat(shown.exitCode()).isZero();
        assertThat(shown.outLines()).containsExactly(half + ": shown is not finished: 7 of 108 trials written");
        Files.delete(half.resolve("trials.csv"));
        assertThat(Invocation.of(folder, "show", half.toString()).out()).contains(" 0 of 108 trials written");
    }

    @Test
    void refusesWhatIsNoRun() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path missing = folder.resolve("missing");

        assertThat(Invocation.of(folder, "show", empty.toString()))
                .isEqualTo(new Invocation(
                        2, "", empty + ": holds no run: there is no study.lock.yaml in it" + System.lineSeparator()));
        assertThat(Invocation.of(folder, "show", missing.toString()))
                .isEqualTo(new Invocation(2, "", missing + ": there is no such folder" + System.lineSeparator()));
    }

    @Test
    void saysWhatIsDamaged() throws IOException {
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        for (String file : List.of("comparisons.csv", "predictions.csv", "manifest.yaml", "study.lock.yaml")) {
            Files.copy(run.resolve(file), damaged.resolve(file));
        }
        List<String> lines = Files.readAllLines(run.resolve("summary.csv"), StandardCharsets.UTF_8);
        Files.write(damaged.resolve("summary.csv"), lines.subList(0, CELLS - 1));

        Invocation shown = Invocation.of(folder, "show", damaged.toString());

        assertThat(shown.exitCode()).isEqualTo(4);
        assertThat(shown.out()).isEmpty();
        assertThat(shown.err()).contains("summary.csv: is damaged: it ends before cell 16");
    }
}

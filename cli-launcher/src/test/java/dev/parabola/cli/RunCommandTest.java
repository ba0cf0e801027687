package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
    @TempDir
    private Path folder;

    private Path manifest;

    @BeforeEach
    void writeManifest() throws IOException {
        manifest = write("study.yaml", "study: small", "replicas: 3", "target: square", "model: {activation: relu}");
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private Invocation run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "run",
                manifest.toString(),
                "--set",
                "training.steps=5",
                "-o",
                folder.resolve("out").toString()));
        all.addAll(List.of(arguments));
        return Invocation.of(folder, all.toArray(String[]::new));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    @Test
    void trainsEveryTrialAndWritesTheRunFolder() throws IOException {
        Invocation run = run();

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines())
                .last()
                .isEqualTo("trials: 3 completed, 0 diverged, 0 failed; written to " + folder.resolve("out"));
        assertThat(run.outLines().get(0)).isEqualTo("The network remains open: these replicas do not tell.");
        assertThat(run.outLines().get(2)).contains("verdict", "inside", "near", "far", "inside rmse");
        assertThat(run.errLines()).containsExactly("trained 3 of 3 trials");
        assertThat(lines("trials.csv")).hasSize(4);
        assertThat(lines("summary.csv")).hasSize(2);
        assertThat(Files.readAllBytes(folder.resolve("out/manifest.yaml"))).isEqualTo(Files.readAllBytes(manifest));
    }

    @Test
    void quietMeansNoProgress() {
        Invocation run = run("--quiet");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isNotEmpty();
    }

    @Test
    void theNumberOfThreadsChangesNoByte() throws IOException {
        run("--threads", "1");
        List<String> files = List.of("trials.csv", "history.csv", "predictions.csv", "summary.csv", "study.lock.yaml");
        List<String> before = new ArrayList<>();
        for (String file : files) {
            before.add(Files.readString(folder.resolve("out").resolve(file)));
        }

        run("--threads", "3", "--fresh");

        for (int i = 0; i < files.size(); i++) {
            assertThat(folder.resolve("out").resolve(files.get(i))).hasContent(before.get(i));
        }
    }

    @Test
    void aFinishedRunIsLeftAloneAndGivesTheSameAnswer() throws IOException {
        Invocation first = run();
        String log = Files.readString(folder.resolve("out/run.log"));
        Files.delete(folder.resolve("out/report.html"));

        Invocation again = run();

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEqualTo(first.out()).contains("report: " + folder.resolve("out/report.html"));
        assertThat(again.errLines())
                .containsExactly(folder.resolve("out") + ": finished before, nothing to train; --fresh starts over");
        assertThat(run("-q").err()).isEmpty();
        assertThat(Files.readString(folder.resolve("out/run.log"))).isEqualTo(log);
        assertThat(folder.resolve("out/report.html")).exists();
    }

    @Test
    void whoeverLooksAgainIsWarnedAlsoWhereNoProgressIsWanted() {
        run();

        Invocation more = run("--set", "replicas=4", "-q");

        assertThat(more.out()).contains("trials: 4 completed").doesNotContain("looked at");
        assertThat(more.errLines())
                .containsExactly("warning: looked at 2 times, with more replicas each time: that makes false verdicts"
                        + " likelier than one look");
        assertThat(run("--set", "replicas=4", "-q").err()).isEqualTo(more.err());
        assertThat(Invocation.of(folder, "show", folder.resolve("out").toString())
                        .err())
                .isEqualTo(more.err());
    }

    @Test
    void oneOfEachIsCalledOne() throws IOException {
        manifest = write("study.yaml", "study: one", "replicas: 1", "target: square", "model: {activation: relu}");

        assertThat(run().errLines()).containsExactly("trained 1 of 1 trial");
        assertThat(Files.readString(folder.resolve("out/run.log")))
                .contains("study one: 1 cell of 1 replica, 1 trial\n", "1 trial written\n");
    }

    @Test
    void aFreshRunStartsOver() {
        run();

        assertThat(run("--fresh").outLines())
                .last()
                .isEqualTo("trials: 3 completed, 0 diverged, 0 failed; written to " + folder.resolve("out"));
    }

    @Test
    void onlySomeTrialsLeaveTheRunUnfinished() throws IOException {
        Invocation some = run("--only", "1-2");

        assertThat(some.exitCode()).isZero();
        assertThat(lines("trials.csv")).hasSize(3).element(1).asString().startsWith("1,0,1,");
        assertThat(folder.resolve("out/summary.csv")).doesNotExist();
        assertThat(some.outLines())
                .containsExactly("trials: 2 completed, 0 diverged, 0 failed; written to " + folder.resolve("out"));
        assertThat(run().out()).contains("trials: 3 completed");
    }

    @Test
    void anotherStudysFolderIsNotTouched() throws IOException {
        run();
        String before = Files.readString(folder.resolve("out/trials.csv"));

        Invocation other = run("--set", "seed=1");

        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("holds the run of another study");
        assertThat(Files.readString(folder.resolve("out/trials.csv"))).isEqualTo(before);
    }

    @Test
    void aTargetsDomainIsToldBesideTheMistakesOfOtherSections() {
        Invocation refused = run("--set", "target=ln", "--set", "model.activation=rleu");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("target ln: the target is undefined at (-1.0)")
                .contains("unknown activation 'rleu'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads 0 | --threads: must be between 1 and 1024, got 0",
                "--threads x | parabola run: invalid value for option '--threads': 'x' is not an int",
                "--only 3 | --only: the study's trials are 0 to 2, got '3'",
                "--set model.activation=rleu | --set model.activation=rleu: unknown activation 'rleu'; did you mean 'relu'?",
                "--set target=ln | --set target=ln: target ln: the target is undefined at (-1.0)",
                "--set model.hidden=[100000,100000] | more numbers than a Java array can hold"
            })
    void badInputWritesNothing(String arguments, String message) {
        Invocation refused = run(arguments.split(" "));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aManifestIsRefusedWithEveryMistake() throws IOException {
        manifest = write("study.yaml", "study: Wrong Name", "target: sqare", "model: {activation: relu}");

        Invocation refused = run();

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errLines()).hasSize(2);
        assertThat(refused.errLines().get(0)).startsWith(manifest + ":1:8: ");
        assertThat(refused.errLines().get(1))
                .startsWith(manifest + ":2:9: unknown target 'sqare'; did you mean 'square'");
    }

    @Test
    void pluginsOfTheManifestAreSoughtBesideIt() throws IOException {
        manifest = write(
                "study.yaml", "study: small", "plugins: [mine.jar]", "target: square", "model: {activation: relu}");

        Invocation refused = run();

        assertThat(refused.exitCode()).isEqualTo(6);
        assertThat(refused.errLines()).containsExactly(manifest + ":2:11: mine.jar: no such file or folder");

        Files.writeString(folder.resolve("mine.jar"), "no jar");
        assertThat(run().err()).startsWith(manifest + ":2:11: mine.jar: is no readable jar");
    }

    @Test
    void aFolderThatCannotBeMadeIsAStorageProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Invocation refused = Invocation.of(
                folder, "run", manifest.toString(), "-o", file.resolve("out").toString());

        assertThat(refused.exitCode()).isIn(2, 4);
        assertThat(refused.errLines()).hasSize(1);
    }

    @Test
    void aPluginFromAJarIsTrainedAndLocked() throws IOException {
        ResearchJar.write(
                folder.resolve("mine.jar"),
                "NumericActivation",
                "@Name(\"clipped-cube\") public record Mine(double limit) implements NumericActivation {"
                        + " public Mine() { this(2); }"
                        + " public double value(double x) { double c = Math.max(-limit, Math.min(limit, x)); return c * c * c; }"
                        + " public double derivative(double x) { return Math.abs(x) < limit ? 3 * x * x : 0; } }");
        manifest = write(
                "study.yaml",
                "study: small",
                "plugins: [mine.jar]",
                "target: square",
                "model: {activation: {name: clipped-cube, limit: 1.5}}");

        Invocation run = run();

        assertThat(run.err()).isEqualTo("trained 20 of 20 trials" + System.lineSeparator());
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("out/study.lock.yaml")))
                .contains("limit: 1.5\n")
                .containsPattern("- \\{name: mine.jar, version: \"\", sha256: \"?[0-9a-f]{64}\"?}");
    }

    @Test
    void aPluginThatThrowsInTrainingFailsItsTrialsOnly() throws IOException {
        Path jar = ResearchJar.write(
                folder.resolve("mine.jar"),
                "NumericActivation",
                "@Name(\"shy\") public record Mine() implements NumericActivation {"
                        + " public double value(double x) {"
                        + " if (Thread.currentThread().getName().startsWith(\"trainer\")) {"
                        + " throw new IllegalStateException(\"not\\nwhile I am watched\"); } return x; }"
                        + " public double derivative(double x) { return 1; } }");

        Invocation run = run("--plugins", jar.toString(), "--set", "vary={model.activation: [relu, shy]}");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.outLines())
                .last()
                .isEqualTo("trials: 3 completed, 0 diverged, 3 failed; written to " + folder.resolve("out"));
        assertThat(run.outLines())
                .containsSequence(
                        "3 trials failed; run.log tells where in the program",
                        "  3 × shy (mine.jar) threw IllegalStateException: not\\nwhile I am watched");
        assertThat(run.errLines())
                .containsExactly(
                        "warning: 3 replicas cannot tell the two cells apart (a family of 1 comparison; 6 replicas could)",
                        "trained 6 of 6 trials, 3 failed");
        assertThat(lines("trials.csv").get(4))
                .startsWith("3,1,0,shy,failed,")
                .endsWith("shy (mine.jar) threw IllegalStateException: not\\nwhile I am watched");
        assertThat(lines("run.log"))
                .filteredOn(line -> line.contains("caused by"))
                .singleElement()
                .asString()
                .endsWith("caused by java.lang.IllegalStateException: not\\nwhile I am watched");
        assertThat(lines("run.log")).anyMatch(line -> line.contains("Mine.value(Mine.java:"));
        assertThat(folder.resolve("out/summary.csv")).exists();

        Invocation again = run("--plugins", jar.toString(), "--set", "vary={model.activation: [relu, shy]}");
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.out()).isEqualTo(run.out());

        Files.delete(jar);
        Invocation shown = Invocation.of(folder, "show", folder.resolve("out").toString());
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).isEqualTo(run.out());
    }

    @Test
    void aManifestMayComeThroughStandardInput() throws IOException {
        ResearchJar.write(
                folder.resolve("mine.jar"),
                "NumericActivation",
                "@Name(\"clipped\") public record Mine() implements NumericActivation {"
                        + " public double value(double x) { return Math.max(-1, Math.min(1, x)); }"
                        + " public double derivative(double x) { return Math.abs(x) < 1 ? 1 : 0; } }");
        // Relative to where the program was started, which a test cannot choose: from there to the folder.
        Path jar = Path.of("").toAbsolutePath().relativize(folder.resolve("mine.jar"));
        String text = "study: piped\r\nplugins: ['" + jar + "']\ntarget: square # ü\nmodel: {activation: clipped}\n"
                + "replicas: 1\n";

        Invocation run = Invocation.withInput(
                folder,
                text,
                "run",
                "-",
                "--set",
                "training.steps=5",
                "-o",
                folder.resolve("out").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(folder.resolve("out/manifest.yaml")).hasContent(text);
        assertThat(Files.readAllBytes(folder.resolve("out/manifest.yaml")))
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(Invocation.withInput(folder, text, "check", "/dev/stdin").exitCode())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | <stdin>:1:1: there is nothing in it; a manifest has at least study, target and model",
                "'study: Wrong' | <stdin>:1:1: target is missing"
            })
    void whatIsWrongOnStandardInputIsSaidOfStandardInput(String text, String message) {
        for (String name : List.of("-", "/dev/stdin", "/dev/fd/0")) {
            Invocation refused = Invocation.withInput(folder, text, "check", name);

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).startsWith(message);
        }
    }
}

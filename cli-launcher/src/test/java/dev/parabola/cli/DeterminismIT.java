package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the built distribution as a user would, in ways that must not change a byte of what it writes. */
class DeterminismIT {
    private static final String MANIFEST = """
            study: determinism
            replicas: 3
            target: "exp(-x^2) + sin(3*x) / 3"
            data: {samples: 50, sampling: normal, noise: 0.05, scaling: standard}
            model: {hidden: {width: 6, depth: 2}}
            training: {steps: 60, batch: 16, learning-rate: 0.02}
            vary:
              model.activation: [tanh, gelu, softplus, {name: snake, a: 0.5}, "x * sigmoid(x)"]
              method:
                adam: {training.optimizer: adam, model.initializer: xavier-normal}
                fastai: {training.optimizer: fastai-adam, training.scheduler: one-cycle}
                float32: {training.precision: float32, training.learning-rate: 0.02}
            """;

    @TempDir
    static Path folder;

    private static Path manifest = Path.of("");
    private static Path expected = Path.of("");

    @BeforeAll
    static void runOnce() throws IOException, InterruptedException {
        manifest = folder.resolve("determinism.yaml");
        Files.writeString(manifest, MANIFEST);
        expected = run("plain", "", 1);
        assertThat(files(expected))
                .contains(
                        "trials.csv",
                        "history.csv",
                        "predictions.csv",
                        "summary.csv",
                        "study.lock.yaml",
                        "manifest.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "two threads, '', 2",
        "seven threads, '', 7",
        "a Turkish machine, -Duser.language=tr -Duser.country=TR, 2",
        "an Arabic machine, -Duser.language=ar -Duser.country=SA -Duser.extensions=u-nu-arab, 2",
        "another default character set, -Dfile.encoding=ISO-8859-1, 2",
        "no intrinsics of the mathematical library, -XX:+UnlockDiagnosticVMOptions -XX:-UseLibmIntrinsic, 2",
        "no optimizing compiler, -XX:TieredStopAtLevel=1, 2",
        "the scalar kernel, -Dparabola.kernel=scalar, 2"
    })
    void writesTheSameBytes(String where, String options, int threads) throws IOException, InterruptedException {
        Path actual = run(where.replace(' ', '-'), options, threads);

        assertThat(files(actual)).isEqualTo(files(expected));
        for (String file : files(expected)) {
            assertThat(Files.readAllBytes(actual.resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(expected.resolve(file)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @Tag("slow")
    @CsvSource({
        "a German machine, -Duser.language=de -Duser.country=DE -Duser.timezone=Asia/Kathmandu, 2",
        "vectors, -Dparabola.kernel=vector, 2",
        "vectors of 128 bits, -Dparabola.kernel=vector-128, 1",
        "vectors of 256 bits, -Dparabola.kernel=vector-256, 2",
        "vectors of 512 bits, -Dparabola.kernel=vector-512, 2"
    })
    void writesTheSameBytesInMorePlaces(String where, String options, int threads)
            throws IOException, InterruptedException {
        writesTheSameBytes(where, options, threads);
    }

    private static Path run(String name, String options, int threads) throws IOException, InterruptedException {
        Path output = folder.resolve(name);
        Path log = folder.resolve(name + ".txt");
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("parabola.distribution"), "bin", "parabola")
                        .toString()));
        command.addAll(
                List.of("run", manifest.toString(), "-o", output.toString(), "--threads", Integer.toString(threads)));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PARABOLA_JAVA_OPTS", options);
        // Nothing may be written into the distribution behind the tests' back.
        builder.environment().put("PARABOLA_ARCHIVE", "off");
        int exit = builder.start().waitFor();
        assumeFalse(exit == ExitCode.BAD_INPUT && text(log).contains("is not to be had"), "no such vectors here");
        assertThat(exit).as(() -> text(log)).isZero();
        if (options.contains("kernel=vector")) {
            assertThat(text(output.resolve("run.log"))).contains("kernel vector-");
        }
        return output;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> files(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("timings.csv") && !name.equals("run.log"))
                    .sorted()
                    .toList();
        }
    }
}

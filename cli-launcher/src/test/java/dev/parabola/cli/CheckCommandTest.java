package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class CheckCommandTest {
    @TempDir
    private Path folder;

    private Invocation check(String manifest, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), manifest);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "check";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Invocation.of(folder, arguments);
    }

    @Test
    void printsTheResolvedStudyItsSizeAndAnEstimate() throws IOException {
        Invocation checked = check("""
                study: small
                replicas: 6
                target: square
                model: {activation: relu}
                vary: {model.hidden: [[4], [8]]}
                """, "--set", "training.steps=10");

        assertThat(checked.exitCode()).isZero();
        assertThat(checked.err()).isEmpty();
        assertThat(checked.out()).contains("steps: 10\n", "beta2: 0.999\n");
        List<String> lines = checked.outLines();
        assertThat(lines.get(lines.size() - 3)).isEqualTo("# 2 cells x 6 replicas = 12 trials");
        assertThat(lines.get(lines.size() - 2))
                .matches("# estimate: less than a second on \\d+ threads?, \\d+ MB of memory, .* on disk");
        assertThat(lines.get(lines.size() - 1)).startsWith("# kernel scalar: ");
    }

    @Test
    void refusesAKernelThatThereIsNot() throws IOException {
        System.setProperty("parabola.kernel", "vektor");
        try {
            Invocation checked = check("study: small\ntarget: square\nmodel: {activation: relu}\n");

            assertThat(checked.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(checked.err())
                    .isEqualTo("parabola.kernel: there is no kernel 'vektor';"
                            + " there is auto, scalar, vector, vector-128, vector-256, vector-512\n");
        } finally {
            System.clearProperty("parabola.kernel");
        }
    }

    @Test
    void printsNothingButYaml() throws IOException {
        Invocation checked = check("study: small\ntarget: square\nmodel: {activation: relu}\n");

        Object document = new Load(LoadSettings.builder().build()).loadFromString(checked.out());
        assertThat(((Map<?, ?>) document).get("manifest"))
                .isInstanceOfSatisfying(
                        Map.class, map -> assertThat(map.get("study")).isEqualTo("small"));
    }

    @Test
    void writesNothing() throws IOException {
        check("study: small\ntarget: square\nmodel: {activation: relu}\n");

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("study.yaml"));
        }
    }

    @Test
    void refusesWhatTrainingWouldRunInto() throws IOException {
        Invocation refused = check("study: small\ntarget: ln\nmodel: {activation: relu}\n");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("study.yaml:2:9: target ln: the target is undefined at (-1.0)");
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, less than a second",
        "59.6, 60 s",
        "130, 2 min",
        "8000, 2 h",
        "260000, 3 days",
        "1e9, years",
        "Infinity, years"
    })
    void tellsTimeInTheUnitThatFits(double seconds, String words) {
        assertThat(Estimate.time(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"10, less than 1 MB", "1.6e6, 2 MB", "3e9, 3 GB", "Infinity, more than 1000 GB"})
    void tellsSizesInTheUnitThatFits(double bytes, String words) {
        assertThat(Estimate.size(bytes)).isEqualTo(words);
    }
}

package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsCommandTest {
    @TempDir
    private Path home;

    @Test
    void listsEveryKind() {
        Invocation plugins = Invocation.of(home, "plugins");

        assertThat(plugins.exitCode()).isZero();
        assertThat(plugins.outLines()).contains("target", "activation", "optimizer", "scheduler", "initializer");
        assertThat(plugins.err()).isEmpty();
    }

    @Test
    void aLineHasNameSummaryAndOriginInColumns() {
        List<String> lines = Invocation.of(home, "plugins", "activation").outLines();

        assertThat(lines.get(0)).isEqualTo("activation");
        List<String> plugins = lines.subList(1, lines.size());
        assertThat(plugins).isSorted().anySatisfy(line -> assertThat(line).matches("  relu +max\\(x, 0\\) +built in"));
        assertThat(plugins.stream()
                        .map(line -> line.codePointCount(0, line.indexOf("built in")))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aBrokenJarInTheInstallationIsAWarningOnly() throws IOException {
        Path plugins = home;
        Files.writeString(plugins.resolve("broken.jar"), "no jar");

        Invocation listed = Invocation.of(home, "plugins", "target");

        assertThat(listed.exitCode()).isZero();
        assertThat(listed.out()).contains("square");
        assertThat(listed.errLines())
                .singleElement()
                .asString()
                .startsWith("warning: " + plugins + "/broken.jar: is no readable jar");
    }

    @Test
    void aBrokenJarThatTheUserNamesIsAnError() throws IOException {
        Path jar = Files.writeString(home.resolve("broken.jar"), "no jar");

        Invocation refused = Invocation.of(
                home,
                "plugins",
                "--plugins",
                jar.toString(),
                "--plugins",
                home.resolve("missing.jar").toString());

        assertThat(refused.exitCode()).isEqualTo(6);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.errLines()).hasSize(2);
        assertThat(refused.errLines().get(0)).startsWith("--plugins: " + jar + ": is no readable jar");
        assertThat(refused.errLines().get(1))
                .isEqualTo("--plugins: " + home.resolve("missing.jar") + ": no such file or folder");
    }
}

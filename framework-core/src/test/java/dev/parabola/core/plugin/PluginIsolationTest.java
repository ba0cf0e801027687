package dev.parabola.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.api.Activation;
import dev.parabola.api.NumericTargetFunction;
import dev.parabola.api.expression.Expression;
import dev.parabola.core.problem.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginIsolationTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "dev.parabola.core.plugin.PluginRegistry, false",
        "dev.parabola.core.problem.Problem, false",
        "jakarta.inject.Inject, false",
        "org.snakeyaml.engine.v2.api.Load, false",
        "tools.jackson.databind.ObjectMapper, false",
        "org.slf4j.Logger, false",
        "org.junit.jupiter.api.Test, false",
        "dev.parabola.api.Activation, true",
        "dev.parabola.api.expression.Expression, true",
        "java.util.List, true",
        "java.sql.Connection, true"
    })
    void aPluginSeesTheJdkAndFrameworkApiOnly(String className, boolean visible) {
        NumericTargetFunction probe = probe("Class.forName(\"" + className + "\"); return 1;");

        assertThat(probe.value(new double[1])).isEqualTo(visible ? 1 : 0);
    }

    @Test
    void aPluginSeesNoResourceOfOurs() {
        String ours = "dev/parabola/core/plugin/PluginRegistry.class";
        assertThat(getClass().getClassLoader().getResource(ours)).isNotNull();

        assertThat(probe("return Probe.class.getClassLoader().getResource(\"" + ours + "\") == null ? 1 : 0;")
                        .value(new double[1]))
                .isEqualTo(1);
    }

    @Test
    void helperClassesOfTheSameNameDoNotCollide() {
        Path one = jarWithHelper("one", 1);
        Path two = jarWithHelper("two", 2);

        PluginRegistry registry = PluginRegistry.discover(List.of(named(one), named(two)));

        assertThat(valueOf(registry, "one")).isEqualTo(1);
        assertThat(valueOf(registry, "two")).isEqualTo(2);
    }

    @Test
    void aJarThatCarriesItsOwnFrameworkApiGetsOurs() throws IOException {
        TestJar jar = TestJar.activation("Own", "own", 3);
        for (String type : List.of("Activation", "Plugin", "Name", "expression/Expression")) {
            String name = "dev/parabola/api/" + type + ".class";
            jar.entry(
                    name,
                    Activation.class.getClassLoader().getResourceAsStream(name).readAllBytes());
        }

        PluginType own = PluginRegistry.discover(List.of(named(jar.writeTo(folder.resolve("own.jar")))))
                .find(Kind.ACTIVATION, "own")
                .orElseThrow();

        assertThat(own.create(Map.of())).isInstanceOf(Activation.class);
    }

    @Test
    void aPluginReadsTheResourcesOfItsOwnJar() throws IOException {
        TestJar jar = new TestJar()
                .source("research.Table", table())
                .service("NumericTargetFunction", "research.Table")
                .entry("table.txt", "0.25".getBytes(StandardCharsets.UTF_8));

        PluginType table = PluginRegistry.discover(List.of(named(jar.writeTo(folder.resolve("table.jar")))))
                .find(Kind.TARGET, "table")
                .orElseThrow();

        assertThat(((NumericTargetFunction) table.create(Map.of())).value(new double[1]))
                .isEqualTo(0.25);
    }

    private static String table() {
        return "@Name(\"table\") public record Table() implements NumericTargetFunction {"
                + " public double value(double[] x) {"
                + " try (var in = Table.class.getResourceAsStream(\"/table.txt\")) {"
                + " return Double.parseDouble(new String(in.readAllBytes()));"
                + " } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } } }";
    }

    private NumericTargetFunction probe(String statements) {
        Path jar = new TestJar()
                .source(
                        "research.Probe",
                        "@Name(\"probe\") public record Probe() implements NumericTargetFunction {"
                                + " public double value(double[] x) { try { " + statements
                                + " } catch (Exception e) { return 0; } } }")
                .service("NumericTargetFunction", "research.Probe")
                .writeTo(folder.resolve("probe.jar"));
        return (NumericTargetFunction) PluginRegistry.discover(List.of(named(jar)))
                .find(Kind.TARGET, "probe")
                .orElseThrow()
                .create(Map.of());
    }

    private Path jarWithHelper(String name, int value) {
        String className = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new TestJar()
                .source("research.Helper", "final class Helper { static int value() { return " + value + "; } }")
                .source(
                        "research." + className,
                        "@Name(\"" + name + "\") public record " + className
                                + "() implements Activation { public Expression of(Expression x) {"
                                + " return Expression.constant(Helper.value()); } }")
                .service("Activation", "research." + className)
                .writeTo(folder.resolve(name + ".jar"));
    }

    private static double valueOf(PluginRegistry registry, String name) {
        Activation activation =
                (Activation) registry.find(Kind.ACTIVATION, name).orElseThrow().create(Map.of());
        return activation.of(Expression.variable("x")).evaluate(0);
    }

    private static PluginSource named(Path jar) {
        return new PluginSource.Named(jar, jar.getFileName().toString(), Position.of("--plugins"));
    }
}

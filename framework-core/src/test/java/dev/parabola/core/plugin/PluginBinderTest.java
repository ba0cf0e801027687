package dev.parabola.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parabola.api.Plugin;
import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.problem.Problems;
import dev.parabola.core.study.ExamplePlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PluginBinderTest {
    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    @ParameterizedTest
    @MethodSource
    void whatAManifestAsksForIsMade(Kind kind, String text, Plugin expected) throws IOException {
        assertThat(bind(kind, text)).contains(expected);
        assertThat(problems.count()).isZero();
    }

    static Stream<Arguments> whatAManifestAsksForIsMade() {
        return Stream.of(
                arguments(Kind.ACTIVATION, "leaky-relu", new ExamplePlugins.LeakyRelu(0.01)),
                arguments(Kind.ACTIVATION, "{name: leaky-relu}", new ExamplePlugins.LeakyRelu(0.01)),
                arguments(Kind.ACTIVATION, "{slope: 1, name: leaky-relu}", new ExamplePlugins.LeakyRelu(1)),
                arguments(
                        Kind.TARGET,
                        "{name: polynomial, coefficients: [0, .5]}",
                        new ExamplePlugins.Polynomial(List.of(0.0, 0.5))),
                arguments(
                        Kind.OPTIMIZER, "{name: sgd, nesterov: true, label: 010}", new ExamplePlugins.Sgd(true, "010")),
                arguments(
                        Kind.SCHEDULER,
                        "{name: step, shape: smooth-line, every: 1e1}",
                        new ExamplePlugins.Step(ExamplePlugins.Step.Shape.SMOOTH_LINE, 10)));
    }

    @ParameterizedTest(name = "{index}: {1}")
    @MethodSource
    void everyMistakeIsNamedAtItsPlace(Kind kind, String text, List<String> messages) throws IOException {
        assertThat(bind(kind, text)).isEmpty();
        assertThat(problems.inOrder())
                .extracting(problem -> problem.where().column() + ": " + problem.message())
                .isEqualTo(messages);
    }

    static Stream<Arguments> everyMistakeIsNamedAtItsPlace() {
        return Stream.of(
                arguments(Kind.ACTIVATION, "relyu", List.of("4: unknown activation 'relyu'; did you mean 'relu'?")),
                arguments(
                        Kind.ACTIVATION,
                        "{name: relyu}",
                        List.of("11: unknown activation 'relyu'; did you mean 'relu'?")),
                arguments(
                        Kind.ACTIVATION,
                        "[relu]",
                        List.of("4: activation must be a name or a map {name: …}, got a list")),
                arguments(Kind.ACTIVATION, "", List.of("3: activation must be a name or a map {name: …}, got nothing")),
                arguments(
                        Kind.ACTIVATION,
                        "{slope: 1}",
                        List.of("4: activation needs the key 'name', for example {name: leaky-relu}")),
                arguments(
                        Kind.ACTIVATION,
                        "{name: [a]}",
                        List.of("11: the name of activation must be a word, got a list")),
                arguments(
                        Kind.ACTIVATION,
                        "{name: relu, slope: 1}",
                        List.of("17: activation relu has no parameters, so no 'slope'")),
                arguments(
                        Kind.ACTIVATION,
                        "{name: leaky-relu, slop: 1}",
                        List.of("23: activation leaky-relu has no parameter 'slop'; did you mean 'slope'?")),
                arguments(
                        Kind.ACTIVATION,
                        "{name: leaky-relu, slope: 2}",
                        List.of("30: activation leaky-relu: slope must be between 0 and 1, got 2")),
                arguments(
                        Kind.ACTIVATION,
                        "{name: leaky-relu, slope: steep}",
                        List.of("30: activation leaky-relu: slope must be a number, got 'steep'")),
                arguments(
                        Kind.ACTIVATION,
                        "{name: sine, omega: 0}",
                        List.of("24: activation sine: omega must be greater than 0, got 0")),
                arguments(
                        Kind.OPTIMIZER,
                        "{name: adam, beta1: 1, beta2: -1}",
                        List.of(
                                "24: optimizer adam: beta1 must be at least 0 and less than 1, got 1",
                                "34: optimizer adam: beta2 must be at least 0 and less than 1, got -1")),
                arguments(
                        Kind.OPTIMIZER,
                        "{name: sgd, nesterov: yes}",
                        List.of("26: optimizer sgd: nesterov must be true or false, got 'yes'; write true")),
                arguments(
                        Kind.SCHEDULER,
                        "{name: step, every: 0}",
                        List.of("24: scheduler step: every must be at least 1, got 0")),
                arguments(
                        Kind.SCHEDULER,
                        "{name: step, every: 1.5}",
                        List.of("24: scheduler step: every must be a whole number, got 1.5")),
                arguments(
                        Kind.SCHEDULER,
                        "{name: step, every: 1e10}",
                        List.of("24: scheduler step: every must be at most 2147483647, got 10000000000")),
                arguments(
                        Kind.SCHEDULER,
                        "{name: step, shape: stares}",
                        List.of("24: scheduler step: shape cannot be 'stares'; did you mean 'stairs'?")),
                arguments(
                        Kind.TARGET,
                        "{name: polynomial, coefficients: 1}",
                        List.of("37: target polynomial: coefficients must be a list, got '1'")),
                arguments(
                        Kind.TARGET,
                        "{name: polynomial, coefficients: [1, 1e3, a]}",
                        List.of(
                                "41: target polynomial: each element of coefficients must be between -100 and 100, got 1000",
                                "46: target polynomial: each element of coefficients must be a number, got 'a'")),
                arguments(
                        Kind.TARGET,
                        "{name: polynomial, coefficients: []}",
                        List.of("37: target polynomial: coefficients must not be empty")),
                arguments(
                        Kind.ACTIVATION,
                        "{name: picky, high-end: 1, low-end: 2}",
                        List.of("40: activation picky: lowEnd must be less than the other end")),
                arguments(
                        Kind.TARGET,
                        "{name: broken, inputs: 13}",
                        List.of("4: target broken cannot be made: java.lang.IllegalStateException: thirteen")));
    }

    @Test
    void anAmbiguousNameIsRefusedWithBothPlaces() throws IOException {
        PluginRegistry registry = new PluginRegistry(
                Map.of(),
                Map.of(Kind.TARGET, new TreeMap<>(Map.of("twin", "target twin is in a.jar and in b.jar"))),
                List.of(),
                List.of());

        assertThat(new PluginBinder(registry).bind(Kind.TARGET, node("twin"), problems))
                .isEmpty();
        assertThat(problems.inOrder().get(0).message()).isEqualTo("target twin is in a.jar and in b.jar");
    }

    private Optional<Plugin> bind(Kind kind, String text) throws IOException {
        return new PluginBinder(ExamplePlugins.registry()).bind(kind, node(text), problems);
    }

    private Node node(String text) throws IOException {
        Path file = folder.resolve("m.yaml");
        Files.writeString(file, "a: " + text + "\n");
        return Manifest.read(file, List.of()).root().entry("a").orElseThrow().value();
    }
}

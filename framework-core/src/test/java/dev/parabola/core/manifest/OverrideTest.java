package dev.parabola.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parabola.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OverrideTest {
    private static final String TEXT = """
            study: s
            target: square
            model: {hidden: [4, 4], activation: leaky-relu}
            regions: {inside: [0, 1]}
            vary:
              training.batch: [1, 2]
              method: {a: {training.steps: 1}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource
    void anOptionReplacesWhatTheManifestSays(String option, List<String> path, String expected) throws IOException {
        Manifest manifest = read(option);

        assertThat(manifest.mistakes()).isEmpty();
        Node node = manifest.root();
        for (String key : path) {
            node = ((Node.Mapping) node).entry(key).orElseThrow().value();
        }
        assertThat(written(node)).isEqualTo(expected);
    }

    static Stream<Arguments> anOptionReplacesWhatTheManifestSays() {
        return Stream.of(
                arguments("study=t", List.of("study"), "t"),
                arguments(
                        "target={name: polynomial, coefficients: [0,0,1]}",
                        List.of("target"),
                        "{name=polynomial, coefficients=[0, 0, 1]}"),
                arguments("target=x^2 = 4", List.of("target"), "x^2 = 4"),
                arguments("training.batch=32", List.of("training"), "{batch=32}"),
                arguments("model.activation.slope=1", List.of("model", "activation"), "{name=leaky-relu, slope=1}"),
                arguments("model.hidden.width=8", List.of("model", "hidden"), "{width=8, depth=2}"),
                arguments("training.optimizer.beta1=0.5", List.of("training", "optimizer"), "{name=adam, beta1=0.5}"),
                arguments(
                        "data.scaling.inputs=standard", List.of("data", "scaling"), "{inputs=standard, outputs=none}"),
                arguments(
                        "regions.inside.except=[0, 0.5]",
                        List.of("regions", "inside"),
                        "{range=[0, 1], except=[0, 0.5]}"),
                arguments("vary.training.batch=[3]", List.of("vary", "training.batch"), "[3]"),
                arguments("vary.data.noise=[0, 1]", List.of("vary", "data.noise"), "[0, 1]"),
                arguments("vary.method.b={}", List.of("vary", "method"), "{a={training.steps=1}, b={}}"));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource
    void anOptionThatCannotBeReadIsRefused(String option, String message) throws IOException {
        assertThat(read(option).mistakes())
                .extracting(Problem::toString)
                .containsExactly("--set " + option + ": " + message);
    }

    static Stream<Arguments> anOptionThatCannotBeReadIsRefused() {
        return Stream.of(
                arguments("training.batch", "no '=' in it; write PATH=VALUE, for example training.batch=32"),
                arguments("=3", "no path before '='; write PATH=VALUE, for example training.batch=32"),
                arguments("a..b=3", "no path before '='; write PATH=VALUE, for example training.batch=32"),
                arguments("training.batch=", "no value after '='; write PATH=VALUE, for example training.batch=32"),
                arguments("seed=[1", "the list is not closed here; a ',' or ']' should follow"),
                arguments("seed=!!int 1", "the tag '!!int' is not allowed; write the plain value"),
                arguments("target={a: 1, a: 2}", "the key 'a' was already given in this map; give it once"),
                arguments("study.name=3", "study is no map, so 'study.name' leads nowhere"),
                arguments(
                        "vary.training.batch.x=3",
                        "vary.training.batch is a list, so 'vary.training.batch.x' leads nowhere; set vary.training.batch as a whole"));
    }

    @Test
    void theLaterOfTwoOptionsWins() throws IOException {
        Manifest manifest = read("seed=1", "seed=2");

        assertThat(written(manifest.root().entry("seed").orElseThrow().value())).isEqualTo("2");
        assertThat(manifest.overrides()).containsExactly("seed=1", "seed=2");
    }

    @Test
    void whatAnOptionSetsHasTheOptionAsItsPlace() throws IOException {
        Node.Entry seed = read("seed=1").root().entry("seed").orElseThrow();

        assertThat(seed.keyPosition().toString()).isEqualTo("--set seed=1");
        assertThat(seed.value().position().toString()).isEqualTo("--set seed=1");
    }

    private static String written(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(OverrideTest::written).toList().toString();
        }
        return ((Node.Mapping) node)
                .entries().stream()
                        .map(entry -> entry.key() + "=" + written(entry.value()))
                        .toList()
                        .toString()
                        .replaceAll("^\\[(.*)]$", "{$1}");
    }

    private Manifest read(String... overrides) throws IOException {
        Path file = folder.resolve("m.yaml");
        Files.writeString(file, TEXT);
        return Manifest.read(file, List.of(overrides));
    }
}

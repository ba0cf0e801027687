package dev.parabola.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parabola.core.problem.InvalidInputException;
import dev.parabola.core.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource
    void aFileWithoutStructureIsRefusedInPlainWords(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file() + message);
    }

    static Stream<Arguments> aFileWithoutStructureIsRefusedInPlainWords() {
        String nothing = ":1:1: there is nothing in it; a manifest has at least study, target and model";
        return Stream.of(
                arguments("", nothing),
                arguments("# a comment\n", nothing),
                arguments("---\n", nothing),
                arguments("null\n", nothing),
                arguments("- a\n", ":1:1: a manifest is a map of keys such as 'study: NAME', not a list"),
                arguments("hello\n", ":1:1: a manifest is a map of keys such as 'study: NAME', not a text"),
                arguments(
                        "a: [1, 2\nb: 3\n",
                        ":2:2: the list that begins in line 1 is not closed here; a ',' or ']' should follow"),
                arguments(
                        "a: {b: 3\nc: 4\n",
                        ":2:2: the map that begins in line 1 is not closed here; a ',' or '}' should follow"),
                arguments(
                        "a: b: c\n",
                        ":1:5: a ':' does not fit here; put text that contains ': ' in quotes, or check the indentation"),
                arguments("a: \"b\nc: d\n", ":3:1: the quoted text that begins in line 1 is never closed"),
                arguments("a:\n\tb: 1\n", ":2:1: a tab cannot indent YAML; use spaces"),
                arguments("a: &x [*x]\n", ":1:8: the alias *x stands for something that it is part of itself"),
                arguments("a: *x\n", ":1:4: the alias *x stands for nothing; no '&x' comes before it"),
                arguments(
                        "a: \u0007\n",
                        ":1:4: the character U+0007 is not allowed in YAML; in a text write \"\\u0007\""));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource
    void whatIsWrongWhateverItMeansIsKeptForWhoeverReadsOn(String text, String message) throws IOException {
        assertThat(read(text).mistakes()).extracting(Problem::toString).containsExactly(file() + message);
    }

    static Stream<Arguments> whatIsWrongWhateverItMeansIsKeptForWhoeverReadsOn() {
        return Stream.of(
                arguments("a: 1\nb: 2\na: 3\n", ":3:1: the key 'a' was already given in line 1; give it once"),
                arguments("a: {b: 1, 'b': 2}\n", ":1:11: the key 'b' was already given in line 1; give it once"),
                arguments("a: 1\n---\nb: 2\n", ":2:1: a second document begins here; there may be only one"),
                arguments("a: !!str 1\n", ":1:4: the tag '!!str' is not allowed; write the plain value"),
                arguments("a: !x {b: 1}\n", ":1:4: the tag '!x' is not allowed; write the plain value"),
                arguments("{a: 1, [b]: 2}\n", ":1:8: a key must be a plain word, not a list, a map or an alias"),
                arguments("a: 1\n? \n: 2\n", ":2:2: a key is missing before ':'"));
    }

    @Test
    void nestedAliasesDoNotExplode() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String all = ("*a" + (i - 1) + ", ").repeat(10);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, all.substring(0, all.length() - 2)));
        }

        assertThatThrownBy(() -> read(text.toString()))
                .hasMessageContaining("more than 100000 values, aliases counted as what they stand for; write less");
    }

    @Test
    void aPlainAliasStandsForItsValue() throws IOException {
        Manifest manifest = read("a: &r [0, 1]\nb: *r\n");

        assertThat(manifest.mistakes()).isEmpty();
        assertThat(manifest.root().entry("b").orElseThrow().value())
                .isEqualTo(manifest.root().entry("a").orElseThrow().value());
    }

    @Test
    void aMillionBracketsAreRefusedAtTheHundredth() {
        assertThatThrownBy(() -> read("a: " + "[".repeat(900_000)))
                .hasMessage(file() + ":1:103: nested more than 100 deep");
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsRefused() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> Manifest.read(missing, List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> Manifest.read(folder, List.of()))
                .hasMessage(folder + ": this is a folder; name a manifest, a YAML file");
        Files.write(file(), new byte[] {'a', ':', ' ', '1', '\n', 'b', (byte) 0xC3, (byte) 0xA4, (byte) 0xE4, '\n'});
        assertThatThrownBy(() -> Manifest.read(file(), List.of()))
                .hasMessage(file() + ":2:3: the byte 0xE4 is not UTF-8 here; save the file as UTF-8");
        Files.write(file(), new byte[1_000_001]);
        assertThatThrownBy(() -> Manifest.read(file(), List.of()))
                .hasMessage(file() + ": larger than 1 MB; a manifest is a short text");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoMistake() throws IOException {
        Manifest manifest = read("\uFEFFa: 1\r\nb: ü\r\n");

        assertThat(manifest.root().entry("b").orElseThrow().value().position().toString())
                .isEqualTo(file() + ":2:4");
        assertThat(manifest.bytes()).isEqualTo("\uFEFFa: 1\r\nb: ü\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pluginsAreGivenWithTheirPlaces() throws IOException {
        assertThat(read("plugins: [a.jar, 'my plugins/', {x: 1}]\n").plugins())
                .extracting(Node.Scalar::text, plugin -> plugin.position().column())
                .extracting(Object::toString)
                .containsExactly("(\"a.jar\", 11)", "(\"my plugins/\", 18)");
        assertThat(read("study: s\n").plugins()).isEmpty();
        assertThat(read("study: s\n", "plugins=[b.jar]").plugins())
                .extracting(plugin -> plugin.position().toString())
                .containsExactly("--set plugins=[b.jar]");
    }

    private Path file() {
        return folder.resolve("m.yaml");
    }

    private Manifest read(String text, String... overrides) throws IOException {
        Files.writeString(file(), text);
        return Manifest.read(file(), List.of(overrides));
    }
}

package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ManifestExampleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "relu",
                "true",
                "no",
                "null",
                "",
                " a ",
                "a: b",
                "a, b]",
                "1",
                "0.5",
                "say \"x\" \\ y",
                "line\nline",
                "ü·²",
                "\u2028",
                "#",
                "~"
            })
    void aTextReadsBackAsItself(String text) {
        assertThat(read(ManifestExample.value(text))).isEqualTo(text);
    }

    @Test
    void numbersTruthAndListsAreWrittenAsAPersonWould() {
        assertThat(ManifestExample.value(1e-8)).isEqualTo("1e-8");
        assertThat(ManifestExample.value(2.0)).isEqualTo("2");
        assertThat(ManifestExample.value(3)).isEqualTo("3");
        assertThat(ManifestExample.value(true)).isEqualTo("true");
        assertThat(ManifestExample.value(List.of(0.0, 0.5))).isEqualTo("[0, 0.5]");
        assertThat(ManifestExample.value(List.of("a", "b c"))).isEqualTo("[a, \"b c\"]");
    }

    private static Object read(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}

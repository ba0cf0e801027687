package dev.parabola.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void showsWhatWouldBreakTheLine() {
        assertThat(OneLine.of("a\nb\r\nc\td\u2028e\u2029f")).isEqualTo("a\\nb\\r\\nc\\td\\u2028e\\u2029f");
    }

    @Test
    void showsWhatWouldSteerATerminal() {
        assertThat(OneLine.of("\u001b[31mred\u0007")).isEqualTo("\\u001b[31mred\\u0007");
    }

    @Test
    void leavesOtherTextAsItIs() {
        assertThat(OneLine.of("größer als 1 ≤ 𝛼 \\n")).isEqualTo("größer als 1 ≤ 𝛼 \\n");
    }
}

package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrappedTest {
    private static List<String> wrapped(String text, int columns) {
        return Wrapped.text(text, 1, 3, OptionalInt.of(columns));
    }

    @Test
    void whatFitsIsOneLineAndWithoutATerminalEverythingFits() {
        assertThat(wrapped("four words  fit here", 21)).containsExactly(" four words  fit here");
        assertThat(Wrapped.text("a ".repeat(500), 0, 2, OptionalInt.empty())).containsExactly("a ".repeat(500));
    }

    @Test
    void linesBreakBetweenWords() {
        assertThat(wrapped("four words do not fit here", 12))
                .containsExactly(" four words", "   do not", "   fit here");
    }

    @Test
    void aWordThatDoesNotFitAloneIsBroken() {
        assertThat(wrapped("an abcdefghijklmnop", 8))
                .containsExactly(" an", "   abcde", "   fghij", "   klmno", "   p");
    }

    @Test
    void whatBelongsTogetherIsNotBroken() {
        assertThat(wrapped("learned " + Wrapped.together("[84, 100] %") + " here", 16))
                .containsExactly(" learned", "   [84, 100] %", "   here");
        assertThat(wrapped(Wrapped.together("5 %"), 16)).containsExactly(" 5 %");
        assertThat(wrapped(Wrapped.together("unless it must be"), 12)).containsExactly(" unless it", "   must be");
    }

    @Test
    void coloursTakeNoRoom() {
        String red = "\u001b[31mred\u001b[0m";

        assertThat(wrapped(red + " and " + red, 12)).containsExactly(" " + red + " and " + red);
        assertThat(wrapped(red + " and " + red, 10)).containsExactly(" " + red + " and", "   " + red);
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "'', 0", "日本, 4", "e\u0301, 1", "ｗｉｄｅ, 8", "x², 2", "…, 1", "👍, 2", "한글, 4"})
    void widthIsWhatATerminalShows(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "short, 5, short",
        "abcdefghij, 7, abc…hij",
        "abcdefghij, 6, abc…ij",
        "日本語日本語, 8, 日本…語",
        "abcdefghij, 3, a…j"
    })
    void theMiddleIsLeftOut(String text, int columns, String shortened) {
        assertThat(TextWidth.shortened(text, columns)).isEqualTo(shortened);
    }

    @Test
    void aTableWrapsItsWidestColumns() {
        Table table = new Table();
        table.add("name", "what it does, in many words that do not fit", "origin");
        table.add("other", "日本語日本語日本語日本語", "-");

        assertThat(table.lines(OptionalInt.empty()))
                .allMatch(line -> !line.endsWith(" "))
                .hasSize(2);
        assertThat(table.lines(OptionalInt.of(36)))
                .containsExactly(
                        "  name   what it does, in     origin",
                        "         many words that do",
                        "         not fit",
                        "  other  日本語日本語日本語   -",
                        "         日本語");
    }

    @Test
    void aTableWithoutRoomForColumnsIsParagraphs() {
        Table table = new Table();
        table.add("abcdefghijkl", "abcdefghijkl", "abcdefghijkl");

        assertThat(table.lines(OptionalInt.of(30))).containsExactly("  abcdefghijkl abcdefghijkl", "    abcdefghijkl");
    }
}

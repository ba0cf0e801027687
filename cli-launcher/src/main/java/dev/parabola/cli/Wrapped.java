package dev.parabola.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Text in lines that fit a terminal, broken between words, and within a word only where it alone does not fit. */
final class Wrapped {
    /** What {@link #together} writes for a space. */
    private static final char NO_BREAK = '\u00a0';

    private Wrapped() {}

    /** A text that is not broken at its spaces. */
    static String together(String text) {
        return text.replace(' ', NO_BREAK);
    }

    /** A text, its first line indented by {@code first} spaces, the others by {@code rest}; one line where there is no terminal. */
    static List<String> text(String text, int first, int rest, OptionalInt columns) {
        if (columns.isEmpty() || first + TextWidth.of(text) <= columns.getAsInt()) {
            return List.of(" ".repeat(first) + text.replace(NO_BREAK, ' '));
        }
        int width = columns.getAsInt();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(" ".repeat(first));
        int used = first;
        boolean isEmpty = true;
        for (String word : words(text, width - rest)) {
            int needed = TextWidth.of(word);
            if (!isEmpty && used + 1 + needed > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(rest));
                used = rest;
                isEmpty = true;
            }
            if (!isEmpty) {
                line.append(' ');
                used++;
            }
            String left = word;
            while (used + TextWidth.of(left) > width) {
                int end = TextWidth.fitting(left, Math.max(1, width - used));
                if (end == left.length()) {
                    break;
                }
                lines.add(line.append(left, 0, end).toString());
                left = left.substring(end);
                line = new StringBuilder(" ".repeat(rest));
                used = rest;
            }
            line.append(left);
            used += TextWidth.of(left);
            isEmpty = false;
        }
        lines.add(line.toString());
        return lines.stream().map(each -> each.replace(NO_BREAK, ' ')).toList();
    }

    /** What is to stay together does not where a line is too short for it. */
    private static List<String> words(String text, int longest) {
        return Arrays.stream(text.strip().split(" +"))
                .flatMap(word -> TextWidth.of(word) <= longest
                        ? Stream.of(word)
                        : Arrays.stream(word.split(String.valueOf(NO_BREAK))))
                .toList();
    }
}

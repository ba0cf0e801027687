package dev.parabola.cli;

import dev.parabola.core.results.Verdict;
import java.util.Optional;

/** Colours of the answer. They repeat what words say, and say nothing alone. */
final class Palette {
    private static final String BOLD = "1";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String RED = "31";

    private final boolean colors;

    Palette(boolean colors) {
        this.colors = colors;
    }

    String heading(String text) {
        return painted(text, BOLD);
    }

    String verdict(Verdict verdict) {
        return painted(verdict.text(), color(verdict));
    }

    String standing(Optional<Boolean> isLearned, String text) {
        return painted(text, isLearned.map(learned -> learned ? GREEN : RED).orElse(YELLOW));
    }

    private static String color(Verdict verdict) {
        return switch (verdict) {
            case LEARNED -> GREEN;
            case INTERPOLATES, OPEN, UNDECIDABLE -> YELLOW;
            case MEMORIZES, UNDERFITS, BROKEN -> RED;
        };
    }

    private String painted(String text, String code) {
        return colors ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

package dev.parabola.core.results;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a cell's trials say of its networks; of several that hold, the first. */
public enum Verdict {
    /** Most trials diverged, or ended with a network that gives a constant or was never changed. */
    BROKEN,
    /** In most replicas one of the study's alternatives fits the training data as well as the target does. */
    UNDECIDABLE,
    /** Every region is learned more often than not. */
    LEARNED,
    /** Inside is learned more often than not, another region less often than not. */
    INTERPOLATES,
    /** Inside is learned less often than not, and the error there is more than twice that on the training points. */
    MEMORIZES,
    /** Inside is learned less often than not. */
    UNDERFITS,
    /** There are too few replicas to tell. */
    OPEN;

    /**
     * The verdict of a word.
     *
     * @param text the word, as {@link #text} gives it
     * @return the verdict; empty if the word is none
     */
    public static Optional<Verdict> of(String text) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.text().equals(text))
                .findFirst();
    }

    /**
     * The verdict as the results write it.
     *
     * @return a word in small letters
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

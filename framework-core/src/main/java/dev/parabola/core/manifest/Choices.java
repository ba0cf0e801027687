package dev.parabola.core.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A few words and what they stand for, in the order in which messages list them: not a map, whose order might be another in every Java
 * machine.
 *
 * @param words the words
 * @param meanings what each stands for
 */
public record Choices<T>(List<String> words, List<T> meanings) {
    /** Copies the lists. */
    public Choices {
        words = List.copyOf(words);
        meanings = List.copyOf(meanings);
    }

    /**
     * Only one word.
     *
     * @param word the word
     * @param meaning what it stands for
     * @return the choices
     */
    public static <T> Choices<T> of(String word, T meaning) {
        return new Choices<>(List.of(word), List.of(meaning));
    }

    /**
     * Words that stand for themselves.
     *
     * @param words the words
     * @return the choices
     */
    public static Choices<String> of(List<String> words) {
        return new Choices<>(words, words);
    }

    /**
     * These words and one more.
     *
     * @param word the word
     * @param meaning what it stands for
     * @return the choices
     */
    public Choices<T> or(String word, T meaning) {
        List<String> moreWords = new ArrayList<>(words);
        List<T> moreMeanings = new ArrayList<>(meanings);
        moreWords.add(word);
        moreMeanings.add(meaning);
        return new Choices<>(moreWords, moreMeanings);
    }

    /** What a word stands for. */
    Optional<T> find(String word) {
        int at = words.indexOf(word);
        return at < 0 ? Optional.empty() : Optional.of(meanings.get(at));
    }
}

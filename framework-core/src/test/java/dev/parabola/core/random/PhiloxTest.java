package dev.parabola.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors are Random123's own, from its file {@code kat_vectors}, lines {@code philox4x32 10}. */
class PhiloxTest {
    @ParameterizedTest
    @CsvSource({
        "00000000 00000000, 00000000 00000000 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffff ffffffff, ffffffff ffffffff ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "a4093822 299f31d0, 243f6a88 85a308d3 13198a2e 03707344, d16cfe09 94fdcceb 5001e420 24126ea1"
    })
    void encryptsThePublishedCountersToThePublishedWords(String key, String counter, String output) {
        int[] keyWords = words(key);
        int[] counterWords = words(counter);

        Philox.block((keyWords[0] & 0xFFFFFFFFL) | (long) keyWords[1] << 32, counterWords);

        assertThat(counterWords).isEqualTo(words(output));
    }

    private static int[] words(String text) {
        String[] words = text.split(" ", -1);
        int[] numbers = new int[words.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseUnsignedInt(words[i], 16);
        }
        return numbers;
    }
}

package dev.parabola.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KebabCaseTest {
    @ParameterizedTest
    @CsvSource({
        "slope, slope",
        "beta2, beta2",
        "weightDecay, weight-decay",
        "WEIGHT_DECAY, weight-decay",
        "useL2Norm, use-l2-norm",
        "maxLR, max-lr",
        "LRFactor, lr-factor",
        "xMax, x-max",
        "a_b, a-b"
    })
    void writesAJavaNameAsAManifestDoes(String identifier, String name) {
        assertThat(KebabCase.of(identifier)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "relu, true",
        "leaky-relu, true",
        "x2-y, true",
        "2x, false",
        "Relu, false",
        "a--b, false",
        "a-, false",
        "'', false"
    })
    void knowsWhatANameIs(String text, boolean isName) {
        assertThat(KebabCase.isName(text)).isEqualTo(isName);
    }
}

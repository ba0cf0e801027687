package dev.parabola.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.results.RunDescription.FactorDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({
        "0.018612, 0.0186",
        "-1.5, −1.5",
        "12345, 12300",
        "8.49e-7, 8.49×10⁻⁷",
        "1e-12, 10⁻¹²",
        "123456789, 1.23×10⁸",
        "0, 0",
        "NaN, –",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void numbersHaveThreeDigits(double value, String text) {
        assertThat(Shown.number(value)).isEqualTo(text);
    }

    @Test
    void labelsNameTheFactorWhereTheLevelIsANumber() {
        assertThat(CellLabel.of(
                        List.of(
                                new FactorDescription("model.hidden.width", 2, false),
                                new FactorDescription("model.activation", 2, false)),
                        List.of("10", "{\"name\":\"leaky-relu\",\"slope\":0.1}")))
                .isEqualTo("width 10 · leaky-relu, slope 0.1");
        assertThat(CellLabel.of(List.of(), List.of())).isEqualTo("all replicas");
    }
}

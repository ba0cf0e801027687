package dev.parabola.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, false, false, between 0 and 1",
        "0, 1, false, true, at least 0 and less than 1",
        "0, 1, true, false, greater than 0 and at most 1",
        "0, 1, true, true, greater than 0 and less than 1",
        "0, Infinity, true, false, greater than 0",
        "1, Infinity, false, false, at least 1",
        "-Infinity, 1e-8, false, false, at most 1e-8",
        "-Infinity, 0.5, false, true, less than 0.5",
        "-Infinity, Infinity, false, false, ''"
    })
    void saysItsLimitsInWords(double min, double max, boolean exclusiveMin, boolean exclusiveMax, String words) {
        assertThat(number(min, max, exclusiveMin, exclusiveMax).limits()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0.5, true", "1, true", "1.5, false", "NaN, false", "Infinity, false"})
    void keepsToItsLimits(double value, boolean accepted) {
        assertThat(number(0, 1, true, false).refusal(value).isEmpty()).isEqualTo(accepted);
    }

    @Test
    void saysWhatIsWrongWithANumber() {
        assertThat(number(0, 1, false, false).refusal(2.0)).contains("slope must be between 0 and 1, got 2");
        assertThat(number(0, 1, false, false).refusal(Double.NaN)).contains("slope must be finite, got NaN");
        assertThat(number(0, 1, false, false).refusal("steep")).contains("slope must be a number, got steep");
    }

    @Test
    void takesOnlyWholeNumbersForACount() {
        Parameter count = parameter(Parameter.Type.COUNT, Optional.empty(), List.of());

        assertThat(count.refusal(3)).isEmpty();
        assertThat(count.refusal(3.0)).contains("slope must be a whole number, got 3");
    }

    @Test
    void takesOnlyItsChoices() {
        Parameter choice = parameter(Parameter.Type.CHOICE, Optional.empty(), List.of("min-max", "none"));

        assertThat(choice.refusal("min-max")).isEmpty();
        assertThat(choice.refusal("MIN_MAX")).contains("slope must be one of min-max, none, got MIN_MAX");
    }

    @Test
    void takesTruthAndText() {
        assertThat(parameter(Parameter.Type.BOOLEAN, Optional.empty(), List.of())
                        .refusal(true))
                .isEmpty();
        assertThat(parameter(Parameter.Type.BOOLEAN, Optional.empty(), List.of())
                        .refusal("yes"))
                .contains("slope must be true or false, got yes");
        assertThat(parameter(Parameter.Type.TEXT, Optional.empty(), List.of()).refusal("yes"))
                .isEmpty();
        assertThat(parameter(Parameter.Type.TEXT, Optional.empty(), List.of()).refusal(1))
                .contains("slope must be a text, got 1");
    }

    @Test
    void looksAtEveryElementOfAList() {
        Parameter list = new Parameter(
                "rates",
                Parameter.Type.LIST,
                Optional.of(Parameter.Type.NUMBER),
                List.of(),
                "",
                0,
                1,
                false,
                false,
                List.of());

        assertThat(list.refusal(List.of())).isEmpty();
        assertThat(list.refusal(List.of(0.0, 1.0))).isEmpty();
        assertThat(list.refusal(List.of(0.0, 3.0))).contains("each element of rates must be between 0 and 1, got 3");
        assertThat(list.refusal(0.5)).contains("rates must be a list, got 0.5");
    }

    private static Parameter number(double min, double max, boolean exclusiveMin, boolean exclusiveMax) {
        return new Parameter(
                "slope",
                Parameter.Type.NUMBER,
                Optional.empty(),
                0.5,
                "",
                min,
                max,
                exclusiveMin,
                exclusiveMax,
                List.of());
    }

    private static Parameter parameter(Parameter.Type type, Optional<Parameter.Type> element, List<String> choices) {
        return new Parameter(
                "slope",
                type,
                element,
                "",
                "",
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                false,
                false,
                choices);
    }
}

package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.core.execution.TrialRange;
import dev.parabola.core.problem.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialSelectionTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "7, 7, 7", "100-199, 100, 199", "5-5, 5, 5", "0-199, 0, 199"})
    void bothEndsAreIncluded(String text, long first, long last) {
        assertThat(TrialSelection.of(text, 200)).isEqualTo(new TrialRange(first, last));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | --only: must be a trial's number such as 7, or a range such as 100-199, got 'x'",
                "-1 | --only: must be a trial's number such as 7, or a range such as 100-199, got '-1'",
                "1- | --only: must be a trial's number such as 7, or a range such as 100-199, got '1-'",
                "1,2 | --only: must be a trial's number such as 7, or a range such as 100-199, got '1,2'",
                "9-3 | --only: a range goes from the smaller number to the larger, got '9-3'",
                "200 | --only: the study's trials are 0 to 199, got '200'",
                "100-99999999999999999999 | --only: the study's trials are 0 to 199, got '100-99999999999999999999'"
            })
    void whatIsNoSelectionIsRefused(String text, String message) {
        assertThatThrownBy(() -> TrialSelection.of(text, 200))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}

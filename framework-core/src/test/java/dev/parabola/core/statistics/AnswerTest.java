package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    @Test
    void saysWhatOneCellDoes() {
        assertThat(Answer.sentence(List.of(Verdict.LEARNED)))
                .isEqualTo("The network learns the function, inside its data and beyond.");
    }

    @Test
    void saysWhatAllCellsDo() {
        assertThat(Answer.sentence(List.of(Verdict.UNDERFITS, Verdict.UNDERFITS)))
                .isEqualTo(
                        "In both cells the network underfits: it does not learn the function even where it saw data.");
    }

    @Test
    void countsWhatDiffers() {
        assertThat(Answer.sentence(List.of(
                        Verdict.OPEN, Verdict.INTERPOLATES, Verdict.OPEN, Verdict.LEARNED, Verdict.INTERPOLATES)))
                .isEqualTo("Of 5 cells 1 learns everywhere, 2 interpolate and 2 are open.");
    }

    @ParameterizedTest
    @CsvSource({
        "17, 20, 'learned 17/20 [64, 95] %'",
        "15, 20, 'learned 15/20 [53, 89] %'",
        "14, 20, 'open 14/20 [48, 85] %'",
        "5, 20, 'not learned 5/20 [11, 47] %'",
        "5, 5, 'open 5/5 [57, 100] %'"
    })
    void neverLeavesOutTheCount(int successes, int trials, String text) {
        Wilson interval = Wilson.interval(successes, trials);

        assertThat(Standing.text(new RegionSummary(
                        successes,
                        trials,
                        (double) successes / trials,
                        interval.low(),
                        interval.high(),
                        0,
                        0,
                        0,
                        OptionalDouble.of(0))))
                .isEqualTo(text);
    }
}

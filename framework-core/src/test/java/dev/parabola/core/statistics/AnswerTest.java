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
        assertThat(Answer.sentence(List.of(Verdict.LEARNED), 3))
                .isEqualTo("The network learns the function in every region that was examined.");
        assertThat(Answer.sentence(List.of(Verdict.LEARNED), 1))
                .isEqualTo("The network learns the function inside; nothing beyond was examined.");
    }

    @Test
    void saysWhatAllCellsDo() {
        assertThat(Answer.sentence(List.of(Verdict.UNDERFITS, Verdict.UNDERFITS), 3))
                .isEqualTo(
                        "In both cells the network underfits: when training ends it does not fit the function inside.");
    }

    @Test
    void saysInMixedCompanyTooThatNothingBeyondWasExamined() {
        assertThat(Answer.sentence(List.of(Verdict.LEARNED, Verdict.UNDERFITS), 1))
                .isEqualTo("Of 2 cells 1 learns the function inside and 1 underfits; nothing beyond was examined.");
    }

    @Test
    void saysNothingOfNoCells() {
        assertThat(Answer.sentence(List.of(), 3)).isEqualTo("No cell was judged.");
    }

    @Test
    void countsWhatDiffers() {
        assertThat(Answer.sentence(
                        List.of(
                                Verdict.OPEN,
                                Verdict.INTERPOLATES,
                                Verdict.OPEN,
                                Verdict.LEARNED,
                                Verdict.INTERPOLATES),
                        3))
                .isEqualTo("Of 5 cells 1 learns every region, 2 interpolate and 2 are open.");
    }

    @ParameterizedTest
    @CsvSource({
        "17, 20, 'learned 17/20 [62, 97] %'",
        "15, 20, 'learned 15/20 [51, 91] %'",
        "14, 20, 'open 14/20 [46, 88] %'",
        "5, 20, 'not learned 5/20 [9, 49] %'",
        "5, 5, 'open 5/5 [48, 100] %'"
    })
    void neverLeavesOutTheCount(int successes, int trials, String text) {
        ClopperPearson interval = ClopperPearson.interval(successes, trials);

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

package dev.parabola.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.execution.StudyWarnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    private static final String SENTENCE =
            ": what lies outside was never seen, and no network can be said to have memorized there";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "square | [-1, 1] | [-1, 1] | false",
                "square | [-1, 1] | [-0.5, 0.5] | false",
                "square | [-1, 1] | [-1, 1.0000000001] | false",
                "square | [-1, 1] | [-1, 1.00000001] | true",
                "square | [-1, 1] | [-4, 4] | true",
                "square | [-1, 1] | {points: training} | false",
                "square | [-1, 1] | {points: [0, 1]} | false",
                "square | [-1, 1] | {points: [0, 2]} | true",
                "plus | [[0, 1], [0, 2]] | [0, 1] | false",
                "plus | [[0, 1], [0, 2]] | [[0, 1], [-1, 1]] | true",
                "plus | [[0, 1], [0, 2]] | {points: [[0, 2], [1, 0]]} | false",
                "plus | [[0, 1], [0, 2]] | {points: [[2, 0]]} | true"
            })
    void ofInsideIsMeasuredInEveryInput(String target, String range, String inside, boolean beyond) {
        Cell cell = Planning.plan("study: s\ntarget: " + target + "\nmodel: {}\ndata: {range: " + range
                        + "}\nregions: {far: [-9, 9], inside: " + inside + "}\n")
                .cell(0);

        assertThat(cell.insideReachesBeyondData()).isEqualTo(beyond);
    }

    @Test
    void ofTheDefaultRegionsIsThatOfTheData() {
        assertThat(StudyWarnings.of(Planning.plan(Planning.LEAST))).isEmpty();
    }

    @Test
    void isToldOnceForAllCells() {
        String wide = Planning.LEAST + "regions: {inside: [-4, 4]}\n";

        assertThat(StudyWarnings.of(Planning.plan(wide + "vary: {training.batch: [1, 2]}\n")))
                .containsExactly("region inside reaches beyond data.range" + SENTENCE);
        assertThat(StudyWarnings.of(Planning.plan(wide + "vary: {data.range: [[-4, 4], [-1, 1]]}\n")))
                .containsExactly("region inside reaches beyond data.range in 1 of 2 cells" + SENTENCE);
    }
}

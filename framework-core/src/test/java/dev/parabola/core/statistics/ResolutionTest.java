package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.results.StudyForTests;
import dev.parabola.core.statistics.Resolution.FamilySize;
import dev.parabola.core.study.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {
    /** 2^(1 − 18) × 4950 is 0.038, and 2^(1 − 17) × 4950 is 0.076. */
    @Test
    void saysThatEightReplicasCannotTellAHundredCellsApart() {
        assertThat(warnings(8, factor("width", 100, false)))
                .containsExactly("8 replicas cannot tell any two of the 100 cells apart"
                        + " (a family of 4950 comparisons; 18 replicas could)");
        assertThat(warnings(18, factor("width", 100, false))).isEmpty();
    }

    @Test
    void namesTheFactorsThatRemainDark() {
        List<Factor> factors = List.of(factor("width", 10, false), factor("activation", 2, false));

        assertThat(Resolution.of(study(8, factors)))
                .isEqualTo(new Resolution(
                        8,
                        20,
                        List.of(new FamilySize("width", 90, 12), new FamilySize("activation", 10, 9)),
                        List.of(new FamilySize("width", 45, 11), new FamilySize("activation", 1, 6))));
        assertThat(Resolution.of(study(8, factors)).warnings())
                .containsExactly(
                        "8 replicas cannot tell cells apart that differ in width (a family of 90 comparisons; 12"
                                + " replicas could) or activation (a family of 10 comparisons; 9 replicas could)",
                        "8 replicas cannot tell any two levels apart of width (a family of 45 pairs; 11 replicas could)");
        assertThat(Resolution.of(study(11, factors)).warnings())
                .containsExactly("11 replicas cannot tell cells apart that differ in width"
                        + " (a family of 90 comparisons; 12 replicas could)");
    }

    @Test
    void speaksOfOneReplicaAndTwoCells() {
        assertThat(warnings(1, factor("width", 2, false)))
                .containsExactly(
                        "1 replica cannot tell the two cells apart (a family of 1 comparison; 6 replicas could)");
    }

    @Test
    void isSilentWhereNothingIsCompared() {
        assertThat(warnings(1)).isEmpty();
        assertThat(warnings(1, factor("width", 1, false))).isEmpty();
        assertThat(warnings(1, factor("rate", 5, true))).isEmpty();
    }

    @Test
    void countsOneCellForTheLevelsOfATunedFactor() {
        assertThat(warnings(5, factor("width", 3, false), factor("rate", 5, true)))
                .containsExactly("5 replicas cannot tell any two of the 3 cells apart"
                        + " (a family of 3 comparisons; 7 replicas could)");
    }

    @Test
    void speaksOfEffectsOnlyWhereCellsAreTooManyToBeCompared() {
        assertThat(warnings(8, factor("width", 300, false)))
                .containsExactly("8 replicas cannot tell any two levels apart of width"
                        + " (a family of 44850 pairs; 21 replicas could)");
    }

    /** Every replica favours the same cell: no p-value is smaller. */
    @ParameterizedTest
    @CsvSource({
        "5, 1, false",
        "6, 1, true",
        "6, 2, false",
        "7, 3, true",
        "7, 4, false",
        "20, 26214, true",
        "20, 26215, false"
    })
    void isThatOfTheSignedRankTest(int replicas, int tests, boolean tells) {
        double[] differences =
                IntStream.rangeClosed(1, replicas).asDoubleStream().toArray();
        double[] family = new double[tests];
        Arrays.fill(family, SignedRank.test(differences).p());

        assertThat(Holm.adjust(family)[0] < 0.05).isEqualTo(tells);
        assertThat(Resolution.canTell(replicas, tests)).isEqualTo(tells);
    }

    @Test
    void countsVerdictsFamiliesAndTests() {
        List<Factor> factors =
                List.of(factor("width", 3, false), factor("rate", 4, true), factor("activation", 2, false));

        assertThat(TestCount.of(factors, 3)).isEqualTo(new TestCount(6, 6, 3 * (2 * 3 + 3), 6, 3 * (3 + 1)));
        assertThat(TestCount.of(List.of(factor("width", 201, false)), 1))
                .isEqualTo(new TestCount(201, 0, 0, 1, 201 * 100));
        assertThat(TestCount.of(List.of(), 2)).isEqualTo(new TestCount(1, 0, 0, 0, 0));
    }

    private static List<String> warnings(int replicas, Factor... factors) {
        return Resolution.of(study(replicas, List.of(factors))).warnings();
    }

    private static StudyForTests study(int replicas, List<Factor> factors) {
        long cells =
                factors.stream().mapToLong(factor -> factor.levels().size()).reduce(1, (a, b) -> a * b);
        return new StudyForTests("dark", replicas, factors, cells, List.of("inside", "far"), 1, "study: dark\n");
    }

    private static Factor factor(String name, int levels, boolean tuned) {
        return new Factor(
                name, IntStream.range(0, levels).mapToObj(Integer::toString).toList(), tuned);
    }
}

package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.results.HealthText;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.statistics.Alternatives.Rival;
import dev.parabola.core.statistics.Circumstances.Sizes;
import dev.parabola.core.statistics.OuterSlopes.End;
import dev.parabola.core.study.TrainingSettings.Precision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictsTest {
    @ParameterizedTest
    @CsvSource({
        "20, 20, 20, LEARNED",
        "15, 15, 15, LEARNED",
        "20, 20, 14, OPEN",
        "20, 20, 5, INTERPOLATES",
        "15, 14, 5, INTERPOLATES",
        "15, 6, 14, OPEN",
        "14, 0, 0, OPEN",
        "6, 0, 0, OPEN",
        "5, 0, 0, UNDERFITS",
        "0, 20, 20, UNDERFITS"
    })
    void followFromHowManyOfTwentyLearnedEachRegion(int inside, int near, int far, Verdict verdict) {
        assertThat(EvidenceForTests.learned(inside, near, far).verdict()).isEqualTo(verdict);
    }

    @Test
    void areAlwaysOpenBelowSixReplicas() {
        EvidenceForTests cell = new EvidenceForTests();
        for (int trial = 0; trial < 5; trial++) {
            cell.completed(0.01, 0.01, "", true, true, true);
        }
        assertThat(cell.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(cell.cause()).isEqualTo("too few replicas to tell: 5, and 6 would be the fewest");

        cell.completed(0.01, 0.01, "", true, true, true);
        assertThat(cell.verdict()).isEqualTo(Verdict.LEARNED);
    }

    @Test
    void countDivergedTrialsAsNotSuccessfulAndLeaveFailedOnesOut() {
        EvidenceForTests cell = new EvidenceForTests();
        for (int trial = 0; trial < 15; trial++) {
            cell.completed(0.01, 0.01, "", true, true, true);
        }
        for (int trial = 0; trial < 5; trial++) {
            cell.failed();
        }
        assertThat(cell.verdict()).isEqualTo(Verdict.LEARNED);
        assertThat(cell.cause()).isEqualTo("5 of 20 trials failed");

        cell.diverged(3).diverged(4).diverged(5).diverged(6).diverged(7);
        assertThat(cell.verdict()).isEqualTo(Verdict.LEARNED);
        cell.diverged(8).diverged(9);
        assertThat(cell.verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void areBrokenWhenMostTrialsDivergeOrEndDead() {
        EvidenceForTests cell = new EvidenceForTests();
        for (int trial = 0; trial < 8; trial++) {
            cell.diverged(trial + 1).curve(1, 2, 1, 1, 1, 0);
            cell.completed(1, 1, HealthText.CONSTANT_OUTPUT + "; layer 0: 10/10 dead", false, false, false);
        }
        for (int trial = 0; trial < 4; trial++) {
            cell.completed(0.01, 0.01, "layer 0: 3/10 dead", true, true, true);
        }

        assertThat(cell.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(cell.cause())
                .isEqualTo(
                        "8/20 diverged, at step 4.5 in the median, at learning rate 0.01; "
                                + "8/20 give the same answer everywhere they saw data after training at learning rate 0.01; in layer 0, 10 of 10 units are dead in the median trial");
    }

    @ParameterizedTest
    @ValueSource(strings = {HealthText.EXPLODED, HealthText.CONSTANT_OUTPUT, HealthText.UNTOUCHED})
    void areBrokenByEachKindOfNetworkThatDoesNotWork(String finding) {
        EvidenceForTests cell = new EvidenceForTests();
        for (int trial = 0; trial < 20; trial++) {
            cell.completed(1, 1, trial < 15 ? finding : "", false, false, false);
        }
        assertThat(cell.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(cell.cause()).startsWith("15/20 ");
    }

    @Test
    void nameAnActivationThatAnswersNoNumberAndNotTheLearningRate() {
        EvidenceForTests cell = new EvidenceForTests();
        for (int trial = 0; trial < 6; trial++) {
            cell.diverged(0, "activation's value is not finite: NaN at -0.5");
        }
        assertThat(cell.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(cell.cause())
                .isEqualTo("6/6 could not be trained at any rate: "
                        + "the activation's value is not finite: NaN at -0.5, before the first update");
    }

    @Test
    void areUndecidableWhenAnAlternativeFitsAsWell() {
        EvidenceForTests cell = EvidenceForTests.learned(20, 0, 0);
        cell.rivals = List.of(new Rival("abs", 3, 90), new Rival("sine", 15, 0.0123456));
        assertThat(cell.verdict()).isEqualTo(Verdict.UNDECIDABLE);
        assertThat(cell.cause())
                .isEqualTo("sine fits the training data as well in 15/20 replicas: "
                        + "log-likelihood ratio 0.0123 in the median, below ln 20 = 3");

        cell.rivals = List.of(new Rival("sine", 14, 0.0123456));
        assertThat(cell.verdict()).isEqualTo(Verdict.INTERPOLATES);
        assertThat(cell.cause()).endsWith("sine fits the training data as well in 14/20 replicas");
    }

    @Test
    void sayOfUndecidableDataAlsoWhyTheNetworkDidNotLearn() {
        EvidenceForTests cell = EvidenceForTests.learned(0, 0, 0);
        cell.rivals = List.of(new Rival("sine", 20, 0));
        assertThat(cell.verdict()).isEqualTo(Verdict.UNDECIDABLE);
        assertThat(cell.cause())
                .startsWith("sine fits the training data as well in 20/20 replicas")
                .endsWith("; median nrmse 0.2 inside, where 0.1 is asked");

        EvidenceForTests untouched = new EvidenceForTests();
        untouched.rivals = List.of(new Rival("sine", 20, 0));
        for (int trial = 0; trial < 20; trial++) {
            untouched.completed(1, 1, HealthText.UNTOUCHED, false, false, false);
        }
        assertThat(untouched.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(untouched.cause())
                .contains("20/20 were untouched by training", "sine fits the training data as well in 20/20 replicas");
    }

    /** The limit of success is an nrmse of 0.1, which is an error of 0.1 here. */
    @ParameterizedTest
    @CsvSource({"0.1, 0, MEMORIZES", "0.101, 0, UNDERFITS", "0.5, 0.5, MEMORIZES", "0.6, 0.5, UNDERFITS"})
    void tellMemorizingFromUnderfittingByTheErrorOnTheTrainingPoints(double trained, double noise, Verdict verdict) {
        EvidenceForTests cell = new EvidenceForTests();
        cell.circumstances = EvidenceForTests.circumstances(noise, false, true);
        for (int trial = 0; trial < 20; trial++) {
            cell.completed(trained, 0.7, "", false, false, false);
        }
        assertThat(cell.verdict()).isEqualTo(verdict);
    }

    @Test
    void callNothingMemorizedThatWasNeverSeen() {
        EvidenceForTests cell = new EvidenceForTests();
        cell.circumstances = EvidenceForTests.circumstances(0, true, true);
        for (int trial = 0; trial < 20; trial++) {
            cell.completed(0.01, 0.7, "", false, false, false);
        }
        assertThat(cell.verdict()).isEqualTo(Verdict.UNDERFITS);
        assertThat(cell.cause()).startsWith("inside reaches beyond data.range, and what lies there was never seen");
    }

    @Test
    void sayWhenWhatWasLearnedWasLostAgain() {
        EvidenceForTests cell = new EvidenceForTests();
        for (int trial = 0; trial < 16; trial++) {
            cell.learnedAt(100 + trial).completed(0.2, 0.3, "", trial == 0, false, false);
        }
        EvidenceForTests never = new EvidenceForTests();
        for (int trial = 0; trial < 20; trial++) {
            never.completed(0.2, 0.3, "", false, false, false).curve(1, 0.1, 0.2, 0.3, 0.15, 40);
        }

        assertThat(cell.cause())
                .startsWith(
                        "learned by step 115 in 16/16, lost by the end in all but 1/16: training longer makes it worse");
        assertThat(never.cause())
                .contains("the error inside was least near step 40, and at the end it is × 2 of that: "
                        + "training longer makes it worse");
        assertThat(never.cause()).doesNotContain("still improving");
    }

    @Test
    void nameWhatKeepsANetworkFromLearning() {
        EvidenceForTests cell = new EvidenceForTests();
        cell.floor = OptionalDouble.of(0.05);
        cell.hiddenUnits = Optional.of(10);
        for (int trial = 0; trial < 19; trial++) {
            cell.completed(
                            0.3,
                            0.36,
                            "layer 0: 6/10 dead; layer 0: 1/10 denormal; layer 0: 6/10 kinks outside the data",
                            false,
                            false,
                            false)
                    .curve(1, 0.09, 0.72, 0.36, 0.36, 100);
        }
        cell.diverged(77);
        cell.edges = List.of("training.learning-rate 0.1 is the largest tried");

        assertThat(cell.verdict()).isEqualTo(Verdict.UNDERFITS);
        assertThat(cell.cause())
                .isEqualTo("1/20 diverged, at step 77 in the median; median nrmse 0.36 inside, where 0.1 is asked; "
                        + "still improving: the error inside at the end is × 0.5 that at half the steps; "
                        + "median RMSE inside is × 7.2 the lower bound for networks of this shape; "
                        + "in layer 0, 6 of 10 units are dead in the median trial; "
                        + "4 of 10 units have a kink inside the data; "
                        + "training.learning-rate 0.1 is the largest tried");
    }

    @Test
    void sayThatTrainingHardlyBeganBeforeAnythingOfUnits() {
        EvidenceForTests cell = new EvidenceForTests();
        cell.hiddenUnits = Optional.of(10);
        cell.circumstances = new Circumstances(
                1000,
                0,
                1e-9,
                1,
                Precision.FLOAT32,
                false,
                true,
                Optional.of(new Sizes(3999, 6.4e10, 1.8e10, 1, 6.4e10, true, true)));
        for (int trial = 0; trial < 20; trial++) {
            cell.completed(1, 1.2, "layer 0: 10/10 dead", false, false, false).curve(1, 0.99999, 1.2, 1.2, 1.2, 0);
        }

        assertThat(cell.cause())
                .isEqualTo(
                        "no better than a constant, or hardly: nrmse inside 1.2 in the median, where the target's mean has 1; "
                                + "training hardly began: after 1 step at learning rate 1e-9 the training loss is × 0.99999 the first; "
                                + "inputs (up to 3999 in size) and outputs (up to 6.4e10, standard deviation 1.8e10) are not scaled");
    }

    @Test
    void doNotCompareWithAFloorThatIsRoundingNorWhereNoiseIsTheError() {
        EvidenceForTests noisy = EvidenceForTests.learned(20, 20, 20);
        noisy.floor = OptionalDouble.of(0.001);
        assertThat(noisy.cause()).isEqualTo("median RMSE inside is × 20 the lower bound for networks of this shape");
        noisy.circumstances = EvidenceForTests.circumstances(0.1, false, true);
        assertThat(noisy.cause()).isEmpty();

        EvidenceForTests below = EvidenceForTests.learned(20, 20, 20);
        below.floor = OptionalDouble.of(0.0201);
        assertThat(below.cause()).isEmpty();
        below.floor = OptionalDouble.of(0);
        assertThat(below.cause()).isEmpty();
    }

    /** A line cannot follow x², whatever the noise. */
    @Test
    void nameTheBoundThatIsReachedInSpiteOfNoise() {
        EvidenceForTests cell = EvidenceForTests.learned(0, 0, 0);
        cell.circumstances = EvidenceForTests.circumstances(0.15, false, true);
        cell.floor = OptionalDouble.of(0.19);

        assertThat(cell.cause())
                .contains("median RMSE inside is × 1.05 the lower bound for networks of this shape: "
                        + "no training would do much better");
    }

    @Test
    void sayOfWhichTrialsAFactIsWhereSomeLearned() {
        EvidenceForTests cell = new EvidenceForTests();
        for (int trial = 0; trial < 8; trial++) {
            cell.completed(0.2, trial < 6 ? 0.01 : 0.7, "", trial < 6, false, false);
        }
        assertThat(cell.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(cell.cause())
                .endsWith("; median nrmse 0.7 inside, where 0.1 is asked (in the 2 that did not learn)");
    }

    @Test
    void sayOfAllTrialsWhatIsOfAll() {
        EvidenceForTests cell = new EvidenceForTests();
        for (int trial = 0; trial < 20; trial++) {
            cell.learnedAt(300).completed(0.2, trial < 8 ? 0.01 : 0.7, "", trial < 8, false, false);
        }
        assertThat(cell.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(cell.cause()).endsWith("; learned by step 300 in 20/20, lost by the end in all but 8/20");
    }

    @Test
    void doNotSayThatTrainingHardlyBeganWhereItStoppedAtAConstant() {
        EvidenceForTests cell = new EvidenceForTests();
        cell.circumstances = new Circumstances(
                1000,
                0,
                0.01,
                800,
                Precision.FLOAT64,
                false,
                true,
                Optional.of(new Sizes(1, 1, 1, 1, 1, false, false)));
        for (int trial = 0; trial < 20; trial++) {
            cell.completed(1, 1, "", false, false, false).curve(1.11, 1.01, 1, 1, 1, 0);
        }
        assertThat(cell.cause())
                .contains("no better than a constant", "no longer improving")
                .doesNotContain("hardly began");
    }

    @Test
    void sayThatNothingBeyondTheDataWasExamined() {
        EvidenceForTests cell = EvidenceForTests.learned(20, 20, 20);
        cell.circumstances = EvidenceForTests.circumstances(0, false, false);
        assertThat(cell.cause()).isEqualTo("nothing beyond the data was examined");
    }

    @Test
    void doNotBlameIllUnitsThatNetworksHaveThatLearned() {
        EvidenceForTests cell = new EvidenceForTests();
        for (int trial = 0; trial < 20; trial++) {
            cell.completed(0.3, 0.3, "layer 0: 6/10 never updated", trial < 4, false, false);
        }
        assertThat(cell.verdict()).isEqualTo(Verdict.UNDERFITS);
        assertThat(cell.cause()).isEqualTo("median nrmse 0.3 inside, where 0.1 is asked");
    }

    @Test
    void tellTheSlopeBeyondTheDataOfWhatInterpolates() {
        EvidenceForTests cell = EvidenceForTests.learned(20, 0, 0);
        cell.slopes = Optional.of(new OuterSlopes(List.of(new End(-4, 0.01, -1.5, -8), new End(4, 0.01, 1.25, 8))));

        assertThat(cell.cause())
                .isEqualTo("the median prediction's slope is -1.5 at x = -4 and 1.25 at x = 4, the target's -8 and 8");

        cell.slopes = Optional.empty();
        assertThat(cell.cause())
                .isEqualTo("median nrmse 1 in near, where 0.1 is asked; median nrmse 2 in far, where 0.1 is asked");
    }

    /** Smallest numbers of replicas by exact sums in Python's decimal arithmetic: 199 at a rate of 0.6, 49 at 0.7. */
    @Test
    void sayHowManyReplicasWouldSettleWhatIsOpen() {
        assertThat(EvidenceForTests.learned(12, 0, 0).cause())
                .startsWith("inside is learned in 12/20; "
                        + "at this rate about 199 replicas would settle it (with a chance of 80 %)");
        assertThat(EvidenceForTests.learned(20, 20, 10).cause())
                .isEqualTo("far is learned in 10/20; at a rate of one half no number of replicas would settle it");
        assertThat(Majority.replicasToTell(6, 20)).isEqualTo(49);
        assertThat(Majority.replicasToTell(18, 20)).isEqualTo(12);
        assertThat(Majority.replicasToTell(510, 1000)).isBetween(19_000L, 20_500L);
    }
}

package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.results.HealthText;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.statistics.Alternatives.Rival;
import dev.parabola.core.statistics.LearningCurves.Curves;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        cell.curves = Optional.of(new Curves(OptionalDouble.empty(), OptionalDouble.of(1000)));
        for (int trial = 0; trial < 8; trial++) {
            cell.diverged(trial + 1);
            cell.completed(1, 1, HealthText.CONSTANT_OUTPUT + "; layer 0: 10/10 dead", false, false, false);
        }
        for (int trial = 0; trial < 4; trial++) {
            cell.completed(0.01, 0.01, "layer 0: 3/10 dead", true, true, true);
        }

        assertThat(cell.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(cell.cause())
                .isEqualTo("8/20 diverged, at step 4.5 in the median, at learning rate 1000; "
                        + "8/20 give the same answer everywhere; in layer 0 10 of 10 units are dead");
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
        assertThat(cell.cause()).isEqualTo("sine fits the training data as well in 14/20 replicas");
    }

    @Test
    void tellMemorizingFromUnderfittingByTheErrorOnTheTrainingPoints() {
        EvidenceForTests byHeart = new EvidenceForTests();
        EvidenceForTests stiff = new EvidenceForTests();
        for (int trial = 0; trial < 20; trial++) {
            byHeart.completed(0.1, 0.201, "", false, false, false);
            stiff.completed(0.1, 0.2, "", false, false, false);
        }

        assertThat(byHeart.verdict()).isEqualTo(Verdict.MEMORIZES);
        assertThat(byHeart.cause()).isEqualTo("median RMSE inside 0.201, on the training points 0.1 (× 2.01)");
        assertThat(stiff.verdict()).isEqualTo(Verdict.UNDERFITS);
    }

    @Test
    void nameWhatKeepsANetworkFromLearning() {
        EvidenceForTests cell = new EvidenceForTests();
        cell.floor = OptionalDouble.of(0.05);
        cell.hiddenUnits = Optional.of(10);
        cell.curves = Optional.of(new Curves(OptionalDouble.of(0.5), OptionalDouble.empty()));
        for (int trial = 0; trial < 19; trial++) {
            cell.completed(
                    0.3,
                    0.36,
                    "layer 0: 4/10 dead; layer 0: 1/10 denormal; layer 0: 6/10 kinks outside the data",
                    false,
                    false,
                    false);
        }
        cell.diverged(77);
        cell.edges = List.of("training.learning-rate 0.1 is the largest tried");

        assertThat(cell.verdict()).isEqualTo(Verdict.UNDERFITS);
        assertThat(cell.cause())
                .isEqualTo("1/20 diverged, at step 77 in the median; "
                        + "median RMSE inside is × 7.2 the least that this shape of network could reach; "
                        + "still improving: the training loss at the end is × 0.5 that at half the steps; "
                        + "in layer 0 4 of 10 units are dead; 4 of 10 units have a kink inside the data; "
                        + "training.learning-rate 0.1 is the largest tried");
    }

    @Test
    void tellTheSlopeBeyondTheDataOfWhatInterpolates() {
        EvidenceForTests cell = EvidenceForTests.learned(20, 0, 0);
        cell.slopes = Optional.of(new OuterSlopes(-1.5, 1.25, -8, 8));

        assertThat(cell.cause())
                .isEqualTo("at the far ends the median network's slope is -1.5 and 1.25, the target's -8 and 8");
    }

    /** At a rate of 0.6 the interval leaves one half where n > z²/(4 · 0.1²) = 96.04. */
    @Test
    void sayHowManyReplicasWouldSettleWhatIsOpen() {
        assertThat(EvidenceForTests.learned(12, 0, 0).cause())
                .isEqualTo("inside is learned in 12/20; at this rate about 97 replicas would settle it");
        assertThat(EvidenceForTests.learned(20, 20, 10).cause())
                .isEqualTo("far is learned in 10/20; at a rate of one half no number of replicas would settle it");
        assertThat(Wilson.interval(60, 100).low()).isGreaterThan(0.5);
        assertThat(Wilson.interval(57, 95).low()).isLessThan(0.5);
    }
}

package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectRow.Tests;
import dev.parabola.core.study.Factor;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final double DIVERGED = GridForTests.DIVERGED;
    private static final double FAILED = GridForTests.FAILED;

    private static final Factor ACTIVATION = new Factor("activation", List.of("relu", "tanh"), false);
    private static final Factor WIDTH = new Factor("width", List.of("4", "8", "16"), false);
    private static final Factor RATE = new Factor("rate", List.of("0.1", "1"), true);

    /** One factor has one context: the effect is the comparison of the two cells, whose figures ComparisonsTest takes from SciPy. */
    @Test
    void areComparisonsWhereThereIsOneFactor() {
        GridForTests grid = new GridForTests(List.of(WIDTH), new double[][] {
            {0.012, 0.034, 0.021, 0.5, 0.018, 0.027, 0.045, 0.011, 0.3, 0.019},
            {0.025, 0.031, 0.047, 0.9, 0.052, 0.024, 0.061, 0.044, 0.2, 0.038},
            {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}
        });

        List<EffectRow> effects = grid.effects(0);

        assertThat(effects)
                .extracting(effect -> effect.levelA() + " " + effect.levelB())
                .containsExactly("4 8", "4 16", "8 16");
        assertThat(effects.get(0).contexts()).isEqualTo(1);
        assertThat(effects.get(0).replicas()).isEqualTo(10);
        for (int i = 0; i < 3; i++) {
            ComparisonRow.Tests comparison = grid.comparisons(0).get(i).tests().orElseThrow();
            assertThat(effects.get(i).tests())
                    .contains(new Tests(
                            comparison.ratio(),
                            comparison.low(),
                            comparison.high(),
                            comparison.p(),
                            comparison.pAdjusted()));
        }
    }

    /** Cell = 3 × activation + width. The logarithms of relu's error by tanh's are -1, 2, 0.5 in the widths, times the replica. */
    @Test
    void takeTheMedianOverContextsInEachReplica() {
        double[] replicas = {1, 2, 3, 4, 5, 6, 7};
        GridForTests grid = new GridForTests(List.of(ACTIVATION, WIDTH), new double[][] {
            exponentials(-1, replicas),
            exponentials(2, replicas),
            exponentials(0.5, replicas),
            exponentials(0, replicas),
            exponentials(0, replicas),
            exponentials(0, replicas)
        });

        EffectRow effect = grid.effects(0).get(0);

        assertThat(effect.contexts()).isEqualTo(3);
        assertThat(effect.replicas()).isEqualTo(7);
        Tests tests = effect.tests().orElseThrow();
        assertThat(tests.ratio()).isCloseTo(Math.exp(2), within(1e-12));
        assertThat(tests.p()).isEqualTo(1.0 / 64);
        assertThat(effect.better()).contains("tanh");
    }

    @Test
    void takeTheMiddleOfTwoContextsOnTheLogScale() {
        GridForTests grid = new GridForTests(
                List.of(ACTIVATION, new Factor("depth", List.of("1", "2"), false)),
                new double[][] {same(4, 7), same(1, 7), same(1, 7), same(4, 7)});

        assertThat(grid.effects(0).get(0).tests()).contains(new Tests(1, 1, 1, 1, 1));
    }

    @Test
    void takeALevelThatDivergesHereForTheOtherThatDivergesThere() {
        GridForTests grid = new GridForTests(
                List.of(ACTIVATION, new Factor("depth", List.of("1", "2"), false)),
                new double[][] {same(DIVERGED, 7), same(1, 7), same(1, 7), same(DIVERGED, 7)});

        assertThat(grid.effects(0).get(0).tests()).contains(new Tests(1, 1, 1, 1, 1));
    }

    @Test
    void leaveAFailedTrialsContextOutAndAReplicaWithoutAny() {
        GridForTests grid = new GridForTests(
                List.of(ACTIVATION, new Factor("depth", List.of("1", "2"), false)),
                new double[][] {{2, FAILED, 8, FAILED}, {4, 4, FAILED, 4}, {1, 1, 1, 1}, {1, 1, 1, FAILED}});

        EffectRow effect = grid.effects(0).get(0);

        assertThat(effect.contexts()).isEqualTo(2);
        assertThat(effect.replicas()).isEqualTo(3);
        // The logarithms are 1.5, 2 and 3 times log 2.
        assertThat(effect.tests().orElseThrow().ratio()).isCloseTo(Math.pow(2, 2.125), within(1e-12));
    }

    @Test
    void haveNoFiguresWhereNothingCanBePaired() {
        GridForTests grid = new GridForTests(List.of(ACTIVATION), new double[][] {{1, FAILED}, {FAILED, 1}});

        EffectRow effect = grid.effects(0).get(0);

        assertThat(effect.contexts() + effect.replicas() + effect.contextsReversed())
                .isZero();
        assertThat(effect.tests()).isEmpty();
        assertThat(effect.isToldApart()).isFalse();
    }

    /** Ten replicas: p is 2⁻⁹ for each of the three comparisons and the effect. */
    @Test
    void countContextsThatAreToldApartTheOtherWay() {
        GridForTests grid = new GridForTests(
                List.of(ACTIVATION, WIDTH),
                new double[][] {same(4, 10), same(6, 10), same(2, 10), same(1, 10), same(1, 10), same(9, 10)});

        EffectRow effect = grid.effects(0).get(0);

        assertThat(effect.better()).contains("tanh");
        assertThat(effect.contextsReversed()).isEqualTo(1);
    }

    /** Cell = 2 × rate + activation: relu is compared at rate 1, by a later cell than tanh. */
    @Test
    void areOfTheChosenCellsWhateverTheirNumbers() {
        GridForTests grid = new GridForTests(List.of(RATE, ACTIVATION), cell -> cell == 1 || cell == 2, new double[][] {
            same(99, 7), same(1, 7), same(4, 7), same(99, 7)
        });

        EffectRow effect = grid.effects(1).get(0);

        assertThat(effect.levelA()).isEqualTo("relu");
        assertThat(effect.tests().orElseThrow().ratio()).isCloseTo(4, within(1e-14));
        ComparisonRow comparison = grid.comparisons(1).get(0);
        assertThat(comparison.cellA()).isEqualTo(1);
        assertThat(comparison.tests().orElseThrow().ratio()).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void takeAnExplodedTrialForADivergedOne() {
        GridForTests grid = new GridForTests(
                List.of(ACTIVATION), new double[][] {same(DIVERGED, 7), same(GridForTests.EXPLODED, 7)});

        assertThat(grid.effects(0).get(0).tests()).contains(new Tests(1, 1, 1, 1, 1));
        assertThat(grid.comparisons(0).get(0).winsA()
                        + grid.comparisons(0).get(0).winsB())
                .isZero();
    }

    @Test
    void areTheSameInBriefAsInDetail() {
        GridForTests grid = random(List.of(WIDTH, ACTIVATION), 40, 5);

        assertThat(grid.briefEffects(0)).isEqualTo(grid.effects(0));
        assertThat(grid.effects(0)).anyMatch(effect -> effect.contextsReversed() > 0);
        assertThat(grid.briefEffects(1)).isEqualTo(grid.effects(1));
    }

    @Test
    void turnRoundExactlyWhereLevelsAreExchanged() {
        Factor turnedWidth = new Factor("width", List.of("16", "4", "8"), false);
        int[] turned = {2, 0, 1};
        for (int seed = 0; seed < 20; seed++) {
            GridForTests grid = random(List.of(WIDTH, ACTIVATION), 11, seed);
            double[][] errors = new double[6][];
            for (int cell = 0; cell < 6; cell++) {
                errors[cell] = grid.errors()[2 * turned[cell / 2] + cell % 2];
            }
            GridForTests other = new GridForTests(List.of(turnedWidth, ACTIVATION), errors);

            // 4:8, 4:16, 8:16 become 16:4, 16:8, 4:8.
            List<EffectRow> straight = grid.effects(0);
            List<EffectRow> exchanged = other.effects(0);
            assertThat(exchanged.get(2)).isEqualTo(straight.get(0));
            assertExchanged(straight.get(1), exchanged.get(0));
            assertExchanged(straight.get(2), exchanged.get(1));
            assertThat(other.effects(1)).isEqualTo(grid.effects(1));
            // Of cells with relu: 0:4 and 2:4 become 0:2 and 0:4.
            assertExchanged(comparison(grid, 0, 4), comparison(other, 0, 2));
            assertExchanged(comparison(grid, 2, 4), comparison(other, 0, 4));
        }
    }

    private static ComparisonRow comparison(GridForTests grid, long a, long b) {
        return grid.comparisons(0).stream()
                .filter(row -> row.cellA() == a && row.cellB() == b)
                .findFirst()
                .orElseThrow();
    }

    private static void assertExchanged(EffectRow straight, EffectRow exchanged) {
        assertThat(exchanged.levelA()).isEqualTo(straight.levelB());
        assertThat(exchanged.contexts()).isEqualTo(straight.contexts());
        assertThat(exchanged.replicas()).isEqualTo(straight.replicas());
        assertThat(exchanged.contextsReversed()).isEqualTo(straight.contextsReversed());
        Tests there = straight.tests().orElseThrow();
        Tests here = exchanged.tests().orElseThrow();
        assertInverse(here.ratio(), there.ratio());
        assertInverse(here.low(), there.high());
        assertInverse(here.high(), there.low());
        assertThat(here.p()).isEqualTo(there.p());
        assertThat(here.pAdjusted()).isEqualTo(there.pAdjusted());
    }

    private static void assertExchanged(ComparisonRow straight, ComparisonRow exchanged) {
        assertThat(exchanged.winsA()).isEqualTo(straight.winsB());
        assertThat(exchanged.successOnlyA()).isEqualTo(straight.successOnlyB());
        ComparisonRow.Tests there = straight.tests().orElseThrow();
        ComparisonRow.Tests here = exchanged.tests().orElseThrow();
        assertInverse(here.ratio(), there.ratio());
        assertInverse(here.low(), there.high());
        assertInverse(here.high(), there.low());
        assertThat(here.p()).isEqualTo(there.p());
        assertThat(here.pAdjusted()).isEqualTo(there.pAdjusted());
        assertThat(here.successP()).isEqualTo(there.successP());
    }

    /** One of the two is the reciprocal of the other, to the last bit. */
    private static void assertInverse(double a, double b) {
        assertThat(a == 1 / b || b == 1 / a).as("%s and %s", a, b).isTrue();
    }

    /** Errors that differ by cell and replica, some of them 0, some of trials that diverged or failed. */
    private static GridForTests random(List<Factor> factors, int replicas, int seed) {
        Random random = new Random(seed);
        double[][] errors = new double[6][replicas];
        for (int cell = 0; cell < 6; cell++) {
            for (int replica = 0; replica < replicas; replica++) {
                double kind = random.nextDouble();
                // The first and the last cell go one way, those between them the other.
                double error = 0.01 * (1 + random.nextDouble()) * (cell == 0 || cell == 5 ? 4 : 1);
                errors[cell][replica] = kind < 0.05 ? DIVERGED : kind < 0.1 ? FAILED : kind < 0.12 ? 0 : error;
            }
        }
        return new GridForTests(factors, errors);
    }

    private static double[] exponentials(double factor, double... exponents) {
        return DoubleStream.of(exponents)
                .map(exponent -> Math.exp(factor * exponent))
                .toArray();
    }

    private static double[] same(double error, int replicas) {
        return IntStream.range(0, replicas).mapToDouble(replica -> error).toArray();
    }
}

package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectRow.Tests;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.study.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectSentenceTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Factor ACTIVATION = new Factor("model.activation", List.of("relu", "tanh"), false);
    private static final Factor WIDTH = new Factor("model.hidden.width", List.of("10", "64", "256"), false);
    private static final Factor RATE = new Factor("training.learning-rate", List.of("0.1", "1"), true);

    private final List<EffectRow> effects = new ArrayList<>();
    private final List<CellOutcome> cells = new ArrayList<>();

    @Test
    void saysWhatMattersMostAndWhatIsBest() {
        add(ACTIVATION, 0, 1, 3, new Tests(3.2, 2.9, 3.6, 1e-6, 1e-6), 0);
        add(WIDTH, 0, 1, 2, new Tests(2, 1.5, 2.5, 0.001, 0.003), 0);
        add(WIDTH, 0, 2, 2, new Tests(1.8, 1.2, 2.6, 0.01, 0.02), 0);
        add(WIDTH, 1, 2, 2, new Tests(0.9, 0.7, 1.3, 0.5, 0.5), 0);

        assertThat(sentence(ACTIVATION, WIDTH))
                .contains("Most depends on activation: tanh has × 0.312 [0.278, 0.345] the error inside of relu."
                        + " Best on the whole: tanh with width 64 or width 256 (not told apart).");
    }

    @Test
    void isShortForTwoLevelsOfOneFactor() {
        add(ACTIVATION, 0, 1, 1, new Tests(0.25, 0.125, 0.5, 0.001, 0.001), 0);

        assertThat(sentence(ACTIVATION, RATE))
                .contains("It depends on activation: relu has × 0.25 [0.125, 0.5] the error inside of tanh.");
    }

    @Test
    void saysInHowManySettingsItIsTheOtherWay() {
        add(ACTIVATION, 0, 1, 3, new Tests(4, 2, 8, 1e-6, 1e-6), 1);
        add(WIDTH, 0, 1, 2, new Tests(1, 0.5, 2, 1, 1), 0);

        assertThat(sentence(ACTIVATION, WIDTH).orElseThrow())
                .startsWith("Most depends on activation: tanh has × 0.25 [0.125, 0.5] the error inside of relu,"
                        + " though in 1 of 3 settings of the others it is the other way.");
    }

    @Test
    void doesNotCallTheLargestWhatMayBeSmallerThanWhatIsNotToldApart() {
        add(ACTIVATION, 0, 1, 3, new Tests(2, 1.5, 2.5, 1e-6, 1e-6), 0);
        add(WIDTH, 0, 2, 2, new Tests(0.1, 0.001, 8, 0.3, 0.9), 0);

        assertThat(sentence(ACTIVATION, WIDTH).orElseThrow())
                .startsWith("Of what these 20 replicas can tell, most depends on activation: tanh ");
    }

    /** 10 is worse than 64, but neither differs from 256. */
    @Test
    void ranksNoLevelsThatAreNotToldApart() {
        add(WIDTH, 0, 1, 1, new Tests(2, 1.5, 2.5, 0.001, 0.003), 0);
        add(WIDTH, 0, 2, 1, new Tests(1.3, 0.7, 2, 0.2, 0.4), 0);
        add(WIDTH, 1, 2, 1, new Tests(0.8, 0.6, 1.3, 0.2, 0.4), 0);

        assertThat(sentence(WIDTH))
                .contains("It depends on width: width 64 has × 0.5 [0.4, 0.667] the error inside of width 10."
                        + " Best: width 64 or width 256 (not told apart).");
    }

    @Test
    void callsNothingBestWhereTheTestsRunInACircle() {
        add(WIDTH, 0, 1, 1, new Tests(2, 1.5, 2.5, 0.001, 0.003), 0);
        add(WIDTH, 0, 2, 1, new Tests(0.5, 0.3, 0.7, 0.001, 0.003), 0);
        add(WIDTH, 1, 2, 1, new Tests(2, 1.5, 2.5, 0.001, 0.003), 0);

        assertThat(sentence(WIDTH).orElseThrow()).doesNotContain("Best");
    }

    @Test
    void saysThatNothingMakesADifference() {
        add(WIDTH, 0, 1, 1, new Tests(2, 0.8, 2.5, 0.05, 0.05), 0);

        assertThat(sentence(WIDTH))
                .contains("No factor makes a difference to the error inside that these 20 replicas can tell.");

        add(ACTIVATION, 0, 1, 3, new Tests(2, 0.8, 2.5, 0.05, 0.05), 0);
        assertThat(sentence(WIDTH, ACTIVATION))
                .contains(
                        "No factor makes a difference to the error inside on the whole that these 20 replicas can tell.");
    }

    @Test
    void saysSoWhereEverythingIsBroken() {
        add(ACTIVATION, 0, 1, 1, new Tests(1, 1, 1, 1, 1), 0);
        cells.add(new CellOutcome(List.of("relu"), 0, 20, Verdict.BROKEN));
        cells.add(new CellOutcome(List.of("tanh"), 0, 20, Verdict.BROKEN));

        assertThat(sentence(ACTIVATION))
                .contains("No factor makes a difference to the error inside that these 20 replicas can tell:"
                        + " both cells are broken.");
    }

    @Test
    void saysWhoAlwaysDiverges() {
        add(ACTIVATION, 0, 1, 1, new Tests(INFINITY, INFINITY, INFINITY, 1e-6, 1e-6), 0);
        cells.add(new CellOutcome(List.of("relu"), 0, 20, Verdict.BROKEN));
        cells.add(new CellOutcome(List.of("tanh"), 20, 0, Verdict.LEARNED));

        assertThat(sentence(ACTIVATION)).contains("It depends on activation: relu always diverges, and tanh does not.");
    }

    @Test
    void saysWhoDivergesTooOftenForARatio() {
        add(ACTIVATION, 0, 1, 1, new Tests(0, 0, 0.5, 1e-6, 1e-6), 0);
        cells.add(new CellOutcome(List.of("relu"), 20, 0, Verdict.LEARNED));
        cells.add(new CellOutcome(List.of("tanh"), 12, 8, Verdict.OPEN));

        assertThat(sentence(ACTIVATION))
                .contains("It depends on activation: tanh diverges too often for a ratio to relu.");
    }

    @Test
    void callsBrokenWhatDoesNotAlwaysDiverge() {
        add(ACTIVATION, 0, 1, 1, new Tests(INFINITY, INFINITY, INFINITY, 1e-6, 1e-6), 0);
        cells.add(new CellOutcome(List.of("relu"), 19, 1, Verdict.BROKEN));
        cells.add(new CellOutcome(List.of("tanh"), 20, 0, Verdict.LEARNED));

        assertThat(sentence(ACTIVATION))
                .contains("It depends on activation: relu ends broken too often for a ratio to tanh.");
    }

    /** Rate 0.9 diverges with sgd alone, and so both factors have infinite effects. */
    @Test
    void saysWhereALevelDivergesAndCallsNeitherOfTwoEqualEffectsTheLarger() {
        Factor rate = new Factor("rate", List.of("0.05", "0.9"), false);
        Factor optimizer = new Factor("optimizer", List.of("adam", "sgd"), false);
        Tests infinite = new Tests(0, 0, 0, 1e-6, 1e-6);
        add(rate, 0, 1, 2, infinite, 0);
        add(optimizer, 0, 1, 2, infinite, 0);
        cells.add(new CellOutcome(List.of("0.05", "adam"), 12, 0, Verdict.LEARNED));
        cells.add(new CellOutcome(List.of("0.05", "sgd"), 12, 0, Verdict.UNDERFITS));
        cells.add(new CellOutcome(List.of("0.9", "adam"), 12, 0, Verdict.OPEN));
        cells.add(new CellOutcome(List.of("0.9", "sgd"), 0, 12, Verdict.BROKEN));

        assertThat(sentence(rate, optimizer).orElseThrow())
                .startsWith("It depends on optimizer (with rate 0.9 sgd always diverges, and adam does not)"
                        + " and rate (with sgd rate 0.9 always diverges, and rate 0.05 does not).");
    }

    @Test
    void countsTheSettingsInWhichALevelDivergesWhereNoOtherFactorExplainsThem() {
        Factor depth = new Factor("depth", List.of("1", "2"), false);
        add(ACTIVATION, 0, 1, 4, new Tests(0, 0, 0.5, 1e-6, 1e-6), 0);
        for (String width : List.of("10", "64")) {
            for (String layers : depth.levels()) {
                int diverged = width.equals("64") || layers.equals("2") ? 4 : 0;
                cells.add(new CellOutcome(List.of("relu", width, layers), 12, 0, Verdict.LEARNED));
                cells.add(new CellOutcome(List.of("tanh", width, layers), 12 - diverged, diverged, Verdict.OPEN));
            }
        }

        assertThat(sentence(ACTIVATION, WIDTH, depth))
                .contains("It depends on activation: in 3 of 4 settings of the others tanh diverges too often"
                        + " for a ratio to relu.");
    }

    @Test
    void doesNotSayMostWhereAnotherEffectMayBeAsLarge() {
        add(ACTIVATION, 0, 1, 3, new Tests(2.56, 2.06, 3.3, 1e-6, 1e-6), 0);
        add(WIDTH, 0, 1, 2, new Tests(2.89, 2.3, 3.68, 0.001, 0.003), 0);

        assertThat(sentence(ACTIVATION, WIDTH).orElseThrow())
                .startsWith("It depends on width (width 64 has × 0.346 [0.272, 0.435] the error inside of width 10)"
                        + " and activation (tanh has × 0.391 [0.303, 0.485] the error inside of relu).");
    }

    @Test
    void saysTheSameWhereFactorsAndLevelsAreExchanged() {
        Factor activation = new Factor(ACTIVATION.name(), List.of("tanh", "relu"), false);
        Factor width = new Factor(WIDTH.name(), List.of("256", "64", "10"), false);
        add(ACTIVATION, 0, 1, 3, new Tests(4, 2, 8, 1e-6, 1e-6), 0);
        add(WIDTH, 0, 1, 2, new Tests(0.25, 0.125, 0.5, 1e-6, 1e-6), 0);
        add(WIDTH, 1, 2, 2, new Tests(4, 2, 8, 1e-6, 1e-6), 0);
        String before = sentence(ACTIVATION, WIDTH).orElseThrow();
        effects.clear();
        add(width, 0, 1, 2, new Tests(0.25, 0.125, 0.5, 1e-6, 1e-6), 0);
        add(width, 1, 2, 2, new Tests(4, 2, 8, 1e-6, 1e-6), 0);
        add(activation, 0, 1, 3, new Tests(0.25, 0.125, 0.5, 1e-6, 1e-6), 0);
        String after = sentence(width, activation).orElseThrow();

        assertThat(first(after)).isEqualTo(first(before)).startsWith("It depends on activation (tanh has × 0.25 ");
    }

    @Test
    void callsNoLevelBetterForADifferenceNotWorthAWord() {
        add(ACTIVATION, 0, 1, 1, new Tests(1.000001, 1.0000005, 1.000002, 0.001, 0.001), 0);

        assertThat(sentence(ACTIVATION))
                .contains("No level is better by more than half a percent, as far as these 20 replicas can tell.");

        add(WIDTH, 0, 1, 1, new Tests(2, 1.5, 2.5, 0.001, 0.003), 0);
        add(WIDTH, 0, 2, 1, new Tests(2, 1.5, 2.5, 0.001, 0.003), 0);
        add(WIDTH, 1, 2, 1, new Tests(1.001, 1.0005, 1.002, 0.001, 0.003), 0);
        assertThat(sentence(ACTIVATION, WIDTH).orElseThrow())
                .startsWith("Most depends on width: width 256 has ")
                .endsWith("Best: width 64 or width 256 (none better).");
    }

    /** Six replicas cannot tell any of six pairs apart, and one of one. */
    @Test
    void doesNotSayMostWhereAnotherFactorsLevelsCannotBeToldApart() {
        Factor steps = new Factor("steps", List.of("1", "2", "3", "4"), false);
        add(ACTIVATION, 0, 1, 4, 6, new Tests(9, 8, 10, 0.03125, 0.03125), 0);
        for (int a = 0; a < 4; a++) {
            for (int b = a + 1; b < 4; b++) {
                add(steps, a, b, 2, 6, new Tests(2, 1.5, 3, 0.03125, 0.1875), 0);
            }
        }

        assertThat(sentence(ACTIVATION, steps).orElseThrow())
                .startsWith("Of what these 6 replicas can tell, most depends on activation: tanh has ");
    }

    /** Errors of exactly 0 make the ratio infinite where nothing diverges. */
    @Test
    void blamesNobodyForDivergingWhoDoesNot() {
        add(ACTIVATION, 0, 1, 1, new Tests(INFINITY, 7, INFINITY, 1e-6, 1e-6), 0);
        cells.add(new CellOutcome(List.of("relu"), 19, 1, Verdict.LEARNED));
        cells.add(new CellOutcome(List.of("tanh"), 20, 0, Verdict.LEARNED));

        assertThat(sentence(ACTIVATION))
                .contains(
                        "It depends on activation: tanh has an error inside that is smaller beyond any ratio than that"
                                + " of relu.");
    }

    @Test
    void speaksOfTheFewReplicasThatDifferWhereMostAreTies() {
        add(ACTIVATION, 0, 1, 1, new Tests(1, 1, INFINITY, 0.004, 0.004), 0);

        assertThat(sentence(ACTIVATION))
                .contains(
                        "It depends on activation: tanh has the smaller error inside where it differs from relu, and in most replicas"
                                + " it does not.");
    }

    @Test
    void saysNothingWhereNothingIsCompared() {
        assertThat(sentence(RATE)).isEmpty();
    }

    @Test
    void saysThatNothingCanBeSaidWhereAllFailed() {
        effects.add(new EffectRow("inside", ACTIVATION.name(), "relu", "tanh", 0, 0, Optional.empty(), 0));

        assertThat(sentence(ACTIVATION))
                .contains("Of the factors nothing can be said: no replica has two errors to compare.");
    }

    @Test
    void looksInsideOnly() {
        effects.add(new EffectRow(
                "far", ACTIVATION.name(), "relu", "tanh", 1, 20, Optional.of(new Tests(9, 8, 10, 0, 0)), 0));

        assertThat(sentence(ACTIVATION)).isEmpty();
    }

    @Test
    void namesLevelsByTheirFactorWhereTheyDoNotSpeakForThemselves() {
        Factor bias = new Factor("model.bias", List.of("true", "false"), false);
        Factor first = new Factor("first", List.of("relu", "{\"name\":\"leaky-relu\",\"slope\":0.1}"), false);
        Factor other = new Factor("other.activation", List.of("relu", "line\nbreak"), false);
        LevelNames names = new LevelNames(List.of(bias, first, other, ACTIVATION));

        assertThat(names.full(bias, "true")).isEqualTo("bias true");
        assertThat(names.full(first, "relu")).isEqualTo("first relu");
        assertThat(names.full(first, first.levels().get(1))).isEqualTo("leaky-relu (slope 0.1)");
        assertThat(names.full(other, "relu")).isEqualTo("other.activation relu");
        assertThat(names.full(other, "line\nbreak")).isEqualTo("line\\nbreak");
        assertThat(names.full(ACTIVATION, "tanh")).isEqualTo("tanh");
    }

    private Optional<String> sentence(Factor... factors) {
        return EffectSentence.of(effects, List.of(factors), cells);
    }

    private static String first(String sentences) {
        return sentences.substring(0, sentences.indexOf(". ") + 1);
    }

    private void add(Factor factor, int a, int b, int contexts, Tests tests, int reversed) {
        add(factor, a, b, contexts, 20, tests, reversed);
    }

    private void add(Factor factor, int a, int b, int contexts, int replicas, Tests tests, int reversed) {
        effects.add(new EffectRow(
                "inside",
                factor.name(),
                factor.levels().get(a),
                factor.levels().get(b),
                contexts,
                replicas,
                Optional.of(tests),
                reversed));
    }
}

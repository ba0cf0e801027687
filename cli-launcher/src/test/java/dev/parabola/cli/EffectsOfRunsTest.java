package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.ComparisonsReader;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectsOfRunsTest {
    private static final String STUDY = """
            study: effects
            replicas: 8
            target: square
            data: {samples: 60}
            model: {hidden: [6]}
            training: {learning-rate: 0.02, steps: 150}
            """;

    @TempDir
    private Path folder;

    /** Both networks are the same after scaling; the errors of the one are ten thousand times those of the other. */
    @Test
    void theSquareIsAsHardOnAWideRangeAsOnANarrowOne() throws IOException {
        Path run = run("wide", STUDY + "vary: {data.range: [[-1, 1], [-100, 100]]}\n", "data.scaling=standard");

        EffectRow effect = EffectsReader.read(run).get(0);
        assertThat(effect.tests().orElseThrow().ratio()).isBetween(0.99, 1.01);
        assertThat(ComparisonsReader.read(run).get(0).tests().orElseThrow().ratio())
                .isBetween(0.99, 1.01);
    }

    @Test
    void exchangedLevelsGiveInverseRatios() throws IOException {
        String rates = "training.learning-rate: [0.01, 0.03]";
        Path straight = run("straight", STUDY + "vary: {model.activation: [relu, tanh], " + rates + "}\n", "seed=1");
        Path exchanged = run("exchanged", STUDY + "vary: {model.activation: [tanh, relu], " + rates + "}\n", "seed=1");

        EffectRow there = EffectsReader.read(straight).get(0);
        EffectRow here = EffectsReader.read(exchanged).get(0);
        assertThat(here.levelA()).isEqualTo(there.levelB());
        assertInverse(
                here.tests().orElseThrow().ratio(), there.tests().orElseThrow().ratio());
        assertInverse(
                here.tests().orElseThrow().low(), there.tests().orElseThrow().high());
        assertInverse(
                here.tests().orElseThrow().high(), there.tests().orElseThrow().low());
        assertThat(here.tests().orElseThrow().pAdjusted())
                .isEqualTo(there.tests().orElseThrow().pAdjusted());
        assertThat(here.contextsReversed()).isEqualTo(there.contextsReversed());
        assertThat(EffectsReader.read(exchanged).get(1))
                .isEqualTo(EffectsReader.read(straight).get(1));
        assertThat(answer(exchanged).get(0)).isEqualTo(answer(straight).get(0)).contains("depends on");
        for (int i = 0; i < 2; i++) {
            ComparisonRow before = ComparisonsReader.read(straight).get(i);
            ComparisonRow after = ComparisonsReader.read(exchanged).get(i);
            assertThat(after.winsA()).isEqualTo(before.winsB());
            assertInverse(
                    after.tests().orElseThrow().ratio(),
                    before.tests().orElseThrow().ratio());
        }
    }

    /** The offset swallows all other differences: what is left is rounding, which favours the same precision in every replica. */
    @Test
    void roundingMakesNoLevelBetter() throws IOException {
        Path run = run(
                "rounding",
                STUDY.replace("square", "1e6 + x") + "vary: {training.precision: [float64, float32]}\n",
                "training.learning-rate=0.01");

        assertThat(EffectsReader.read(run).get(0).isToldApart()).isTrue();
        assertThat(answer(run))
                .startsWith("No level is better by more than half a percent, as far as these 8 replicas can tell.")
                .contains("  precision  float64 : float32  × 1 [1, 1]  as good");
    }

    @Test
    void aLevelThatDivergesSomewhereHasNoRatioAndAPlace() throws IOException {
        Path run = run(
                "diverging",
                STUDY + "vary: {training.learning-rate: [0.02, 100], training.optimizer: [adam, sgd]}\n",
                "model.activation=tanh");

        assertThat(answer(run).get(0))
                .startsWith("It depends on learning-rate (with sgd learning-rate 100 always diverges,"
                        + " and learning-rate 0.02 does not) and optimizer (with learning-rate 100 sgd always diverges,"
                        + " and adam does not).");
        assertThat(answer(run))
                .contains(
                        "  learning-rate  0.02 : 100  – (100 always diverges with sgd)                0.02 better",
                        "  optimizer      adam : sgd  – (sgd always diverges with learning-rate 100)  adam better");
    }

    @Test
    void theTableNamesBothMeasuresWhereOneTargetIsConstant() throws IOException {
        Path run = run(
                "constant", STUDY + "vary: {target: [\"5\", x], training.steps: [20, 150]}\n", "success={rmse: 0.1}");

        assertThat(answer(run))
                .anyMatch(line -> line.startsWith(
                        "ratios of the nrmse (of the rmse where the target is constant) inside, paired by replica"));
    }

    @Test
    void replicasThatCanTellNothingApartAreSaidBeforeTraining() throws IOException {
        Path manifest = Files.writeString(
                folder.resolve("blind.yaml"),
                STUDY + "vary: {training.steps: [1, 2, 3, 4, 5]}\nregions: {inside: [-1, 1]}\n");
        String warning = "warning: 8 replicas cannot tell any two of the 5 cells apart"
                + " (a family of 10 comparisons; 9 replicas could)";

        assertThat(Invocation.of(folder, "check", manifest.toString()).errLines())
                .containsExactly(warning);
        assertThat(Invocation.of(
                                folder,
                                "run",
                                manifest.toString(),
                                "-o",
                                folder.resolve("blind").toString())
                        .errLines())
                .first()
                .isEqualTo(warning);
        assertThat(EffectsReader.read(folder.resolve("blind"))).hasSize(10).noneMatch(EffectRow::isToldApart);
    }

    private Path run(String name, String manifest, String setting) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), manifest);
        Path run = folder.resolve(name);
        assertThat(Invocation.of(folder, "run", file.toString(), "-o", run.toString(), "--set", setting)
                        .exitCode())
                .isZero();
        return run;
    }

    private List<String> answer(Path run) {
        return Invocation.of(folder, "show", run.toString()).outLines();
    }

    /** One of the two is the reciprocal of the other, to the last bit. */
    private static void assertInverse(double a, double b) {
        assertThat(a == 1 / b || b == 1 / a).as("%s and %s", a, b).isTrue();
    }
}

package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small studies in which a sentence of the answer could easily be false, with what is right. */
class KnownTruthTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsSaidOfWhatWasNotExamined() throws IOException {
        PlantedStudy study = PlantedStudy.run(folder, """
                target: square
                replicas: 6
                regions: {inside: [-1, 1]}
                model: {hidden: [8], activation: tanh}
                training: {learning-rate: 0.03, steps: 1500}
                """);

        assertThat(study.cell().get("verdict")).isEqualTo("learned");
        assertThat(study.run().out())
                .contains("The network learns the function inside; nothing beyond was examined.")
                .doesNotContain("and beyond", "every region");
    }

    @Test
    void aRegionWithinTheDataIsNothingBeyondThem() throws IOException {
        CSVRecord cell = PlantedStudy.run(folder, """
                        target: plus
                        replicas: 6
                        regions: {part: [[0, 0.5], [0, 0.5]], inside: [-1, 1]}
                        model: {hidden: []}
                        training: {learning-rate: 0.05, steps: 300}
                        """).cell();

        assertThat(cell.get("verdict")).isEqualTo("learned");
        assertThat(cell.get("cause")).contains("nothing beyond the data was examined");
    }

    /** The best that one unit and a line can do on x² is an error of 0.238, more than the bound for two pieces that need not hang together. */
    @Test
    void theFloorIsALowerBoundAndIsCalledSo() throws IOException {
        CSVRecord cell = PlantedStudy.run(folder, """
                        target: square
                        replicas: 8
                        data: {samples: 200}
                        model: {hidden: [1], initializer: kaiming-normal}
                        training: {scheduler: cosine, learning-rate: 0.03, steps: 3000}
                        """).cell();

        assertThat(cell.get("verdict")).isEqualTo("underfits");
        assertThat(cell.get("cause"))
                .contains("the lower bound for networks of this shape")
                .doesNotContain("least");
    }

    @Test
    void noErrorIsComparedWithAFloorThatIsRounding() throws IOException {
        CSVRecord cell = PlantedStudy.run(folder, """
                        target: "2*x - 1"
                        replicas: 6
                        model: {hidden: []}
                        training: {scheduler: cosine, learning-rate: 0.1, steps: 1500}
                        """).cell();

        assertThat(cell.get("verdict")).isEqualTo("learned");
        assertThat(cell.get("floor")).isEqualTo("0.0");
        assertThat(cell.get("cause")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"exp(30*x), 10, 1, 1e-9", "exp(20*x), 30, 3, 1e-7", "1e6*x^5, 10, 2, 1e-8"})
    void whatHardlyBeganHasNotMemorized(String target, int samples, int steps, String rate) throws IOException {
        CSVRecord cell = PlantedStudy.run(
                        folder,
                        "target: " + target + "\nreplicas: 6\ndata: {samples: " + samples + "}\nmodel: {hidden: [4]}\n"
                                + "training: {learning-rate: " + rate + ", steps: " + steps + "}\n")
                .cell();

        assertThat(cell.get("verdict")).isEqualTo("underfits");
        assertThat(cell.get("cause")).contains("training hardly began", "outputs (up to ", "not scaled");
    }

    @Test
    @Tag("slow")
    void fittingTheNoiseIsMemorizing() throws IOException {
        List<CSVRecord> cells = PlantedStudy.run(folder, """
                        target: square
                        replicas: 8
                        data: {samples: 60, noise: 0.3}
                        model: {hidden: [64, 64], activation: tanh}
                        training: {scheduler: cosine, learning-rate: 0.01, batch: full, precision: float32}
                        vary: {training.steps: [100, 4000]}
                        """).cells();

        assertThat(cells.get(0).get("verdict")).isNotEqualTo("memorizes");
        assertThat(cells.get(1).get("verdict")).isEqualTo("memorizes");
        assertThat(cells.get(1).get("cause"))
                .contains("where the noise is σ = 0.3", "training longer makes it worse")
                .doesNotContain("still improving", "lower bound");
    }

    @Test
    @Tag("slow")
    void whatWasLearnedAndLostSaysWhen() throws IOException {
        CSVRecord cell = PlantedStudy.run(folder, """
                        target: sin(2*pi*x)
                        data: {samples: 100, range: [0, 1], noise: 0.2}
                        replicas: 12
                        model: {hidden: [64, 64], activation: tanh}
                        training: {learning-rate: 0.01, steps: 3000, batch: full}
                        """).cell();

        assertThat(cell.get("verdict")).isEqualTo("memorizes");
        assertThat(cell.get("cause"))
                .containsPattern("learned by step [0-9]+ in [0-9]+/12, lost by the end in all but");
    }

    @Test
    void bothPrecisionsExplodeAlikeAndNeitherIsBetter() throws IOException {
        PlantedStudy study = PlantedStudy.run(folder, """
                target: square
                model: {hidden: []}
                training: {optimizer: sgd, learning-rate: 1.2, steps: 300, batch: full}
                vary: {training.precision: [float64, float32]}
                """);

        assertThat(study.cells()).extracting(cell -> cell.get("verdict")).containsOnly("broken");
        assertThat(study.table("effects.csv")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("ratio")).isEqualTo("1.0");
            assertThat(row.get("p_adjusted")).isEqualTo("1.0");
        });
        assertThat(study.run().out()).doesNotContain("float64 better", "float32 better");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{target: square, data: {samples: 100, range: [100, 101], scaling: {inputs: none, outputs: standard}},"
                        + " model: {hidden: [16, 16], activation: tanh}, training: {learning-rate: 0.01, steps: 200}",
                "{target: square, data: {samples: 100}, model: {hidden: [8], activation: tanh},"
                        + " training: {learning-rate: 1e-15, steps: 300}",
                "{target: square, data: {samples: 100}, model: {hidden: [8], activation: relu},"
                        + " training: {learning-rate: 1000, steps: 100}"
            })
    void bothPrecisionsAreBrokenAlike(String manifest) throws IOException {
        List<CSVRecord> cells = PlantedStudy.run(
                        folder,
                        manifest.substring(1)
                                        .replace(", data:", "\ndata:")
                                        .replace(", model:", "\nmodel:")
                                        .replace(", training:", "\ntraining:")
                                + "\nreplicas: 8\nvary: {training.precision: [float64, float32]}\n")
                .cells();

        assertThat(cells).extracting(cell -> cell.get("verdict")).containsOnly("broken");
        assertThat(cells).extracting(cell -> cell.get("cause")).noneMatch(String::isEmpty);
    }

    @Test
    void insideWiderThanTheDataIsWarnedOfAndNotMemorized() throws IOException {
        PlantedStudy study = PlantedStudy.run(folder, """
                target: square
                replicas: 6
                data: {range: [-1, 1]}
                regions: {inside: [-4, 4]}
                model: {hidden: [8], activation: tanh}
                training: {learning-rate: 0.03, steps: 500}
                """);

        assertThat(study.run().err()).contains("warning: ", "inside", "data.range");
        assertThat(study.cell().get("verdict")).isEqualTo("underfits");
        assertThat(study.cell().get("cause")).startsWith("inside reaches beyond data.range");
    }

    /** Twice the range of the data, right of a hat's flat end: judged by the spread inside. */
    @Test
    void aFlatPieceIsNotJudgedByItsOwnFlatness() throws IOException {
        CSVRecord cell = PlantedStudy.run(folder, """
                        target: min(1, max(-1, x))
                        replicas: 6
                        data: {samples: 500, range: [-2, 2]}
                        regions: {right: [2, 4], inside: [-2, 2]}
                        model: {hidden: [32]}
                        training: {learning-rate: 0.01, steps: 3000, scheduler: cosine}
                        """).cell();

        assertThat(cell.get("verdict")).isEqualTo("learned");
        assertThat(cell.get("right.successes")).isEqualTo("6");
    }

    @Test
    void unscaledDataAreNamedBeforeAnythingOfUnits() throws IOException {
        CSVRecord cell = PlantedStudy.run(folder, """
                        target: cube
                        replicas: 6
                        data: {samples: 200, range: [1, 3999], sampling: grid}
                        model: {hidden: [50]}
                        training: {steps: 300, batch: full}
                        """).cell();

        assertThat(cell.get("verdict")).isEqualTo("underfits");
        assertThat(cell.get("cause"))
                .contains("no better than a constant", "training hardly began", "inputs (up to 3999 in size)")
                .doesNotContain("dead", "never updated", "kink");
    }

    @Test
    void whatIsFollowedCoversAllRegions() throws IOException {
        PlantedStudy study = PlantedStudy.run(folder, """
                target: sqrt(x)
                replicas: 6
                data: {samples: 200, range: [1, 2]}
                regions: {beyond: [2, 6], inside: [1, 2]}
                model: {hidden: [16], activation: tanh}
                training: {learning-rate: 0.01, steps: 500}
                """);

        List<Double> x = study.table("fits.csv").stream()
                .map(row -> Double.parseDouble(row.get("x")))
                .toList();
        assertThat(x).contains(1.0, 6.0).allMatch(each -> each >= 1 && each <= 6);
        assertThat(study.cell().get("cause")).contains("at x = 6").doesNotContain("at x = 1 ");
    }

    @Test
    void anActivationThatAnswersNoNumberIsNamedWithItsInput() throws IOException {
        List<CSVRecord> cells = PlantedStudy.run(folder, """
                        target: square
                        replicas: 6
                        model: {hidden: [16], activation: x^0.5}
                        training: {learning-rate: 1e-9, steps: 50}
                        vary: {model.activation: ["x^0.5", "sqrt(max(x, 0))"]}
                        """).cells();

        assertThat(cells).extracting(cell -> cell.get("verdict")).containsOnly("broken");
        assertThat(cells.get(0).get("cause")).contains("activation's value is not finite: NaN at -");
        assertThat(cells.get(1).get("cause")).contains("activation's computed slope is not finite");
        assertThat(cells).extracting(cell -> cell.get("cause")).noneMatch(cause -> cause.contains("learning rate"));
    }

    @Test
    void theFourPointsOfXorAreLearned() throws IOException {
        CSVRecord cell = PlantedStudy.run(folder, """
                        target: abs(x1 - x2)
                        replicas: 8
                        data: {samples: 4, range: [[0, 1], [0, 1]], sampling: grid}
                        regions: {inside: {points: training}}
                        model: {hidden: [5], activation: sigmoid}
                        training: {optimizer: rmsprop, learning-rate: 0.01, steps: 2500, batch: full}
                        """).cell();

        assertThat(cell.get("verdict")).isEqualTo("learned");
        assertThat(cell.get("inside.successes")).isEqualTo("8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 + 0*x", "3", "x - x + 1e6", "0*x"})
    void aConstantTargetNeedsALimitOfItsOwnUnits(String target) throws IOException {
        Path manifest = folder.resolve("constant.yaml");
        String text = "study: constant\ntarget: \"" + target + "\"\nreplicas: 6\ndata: {samples: 50}\n"
                + "model: {hidden: []}\ntraining: {steps: 5}\n";
        Files.writeString(manifest, text);
        Invocation refused = Invocation.of(folder, "check", manifest.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("constant.yaml:2:9: ", "success", "rmse", "max_error");

        Files.writeString(manifest, text + "success: {max_error: 1e9}\n");
        assertThat(Invocation.of(folder, "check", manifest.toString()).exitCode())
                .isZero();
    }

    /** x² is learned by every network and the wave by none; in its own units the wave's error is the smaller. */
    @Test
    @Tag("slow")
    void targetsOfDifferentSizeAreComparedByTheirOwnSpread() throws IOException {
        PlantedStudy study = PlantedStudy.run(folder, """
                target: square
                replicas: 12
                data: {samples: 2000, range: [-50, 50]}
                model: {hidden: [40, 20, 10], initializer: xavier-uniform}
                training: {steps: 7500, batch: 50}
                vary: {target: [square, sin(x)]}
                """);

        assertThat(study.cells()).extracting(cell -> cell.get("verdict")).containsExactly("interpolates", "underfits");
        assertThat(study.table("effects.csv").stream()
                        .filter(row -> row.get("region").equals("inside"))
                        .map(row -> Double.parseDouble(row.get("ratio"))))
                .singleElement()
                .matches(ratio -> ratio < 0.2);
    }

    @Test
    @Tag("slow")
    void fourOfFiveSigmoidNetworksSolveXorWhateverTheirWidth() throws IOException {
        PlantedStudy study = PlantedStudy.run(folder, """
                target: abs(x1 - x2)
                replicas: 40
                data: {samples: 4, range: [[0, 1], [0, 1]], sampling: grid}
                regions: {inside: {points: training}}
                model: {hidden: {width: 2, depth: 1}, activation: sigmoid, initializer: xavier-uniform}
                training: {optimizer: rmsprop, learning-rate: 0.01, steps: 2500, batch: full}
                vary: {model.hidden.width: [2, 3, 5]}
                """);

        assertThat(study.cells()).allSatisfy(cell -> {
            assertThat(cell.get("verdict")).isEqualTo("learned");
            assertThat(Integer.parseInt(cell.get("inside.successes"))).isGreaterThanOrEqualTo(30);
        });
    }
}

package dev.parabola.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies whose answer is known beforehand. */
class PlantedVerdictsTest {
    @TempDir
    private Path folder;

    @Test
    void aLinearModelLearnsPlusEverywhere() throws IOException {
        CSVRecord cell = only("""
                target: plus
                data: {samples: 200}
                model: {hidden: []}
                training: {learning-rate: 0.05, steps: 300}
                """);

        assertThat(cell.get("verdict")).isEqualTo("learned");
        assertThat(List.of(
                        cell.get("inside.success_rate"), cell.get("near.success_rate"), cell.get("far.success_rate")))
                .containsOnly("1.0");
    }

    @Test
    void aWideDeepNetworkInterpolatesTheSquare() throws IOException {
        CSVRecord cell = only("""
                target: square
                data: {samples: 400}
                model: {hidden: [64, 64]}
                training: {learning-rate: 0.005, steps: 300, precision: float32}
                """);

        assertThat(cell.get("verdict")).isEqualTo("interpolates");
        assertThat(Double.parseDouble(cell.get("near.success_high"))).isLessThan(0.5);
        assertThat(Double.parseDouble(cell.get("far.success_high"))).isLessThan(0.5);
        assertThat(cell.get("cause")).startsWith("the median prediction's slope is ");
    }

    /** Two lines cannot come closer to x² than a seventh of its standard deviation, and one unit's kink rarely sits where that is. */
    @Test
    void oneUnitUnderfitsTheSquare() throws IOException {
        CSVRecord cell = only("""
                target: square
                data: {samples: 200}
                model: {hidden: [1]}
                training: {learning-rate: 0.02, steps: 500}
                """);

        assertThat(cell.get("verdict")).isEqualTo("underfits");
        assertThat(Double.parseDouble(cell.get("floor"))).isGreaterThan(0.05);
        assertThat(Double.parseDouble(cell.get("inside.rmse.median")))
                .isGreaterThan(Double.parseDouble(cell.get("floor")));
        assertThat(cell.get("cause")).contains("the lower bound for networks of this shape");
    }

    @Test
    void aHugeLearningRateBreaksTraining() throws IOException {
        CSVRecord cell = only("""
                target: square
                data: {samples: 200}
                model: {hidden: [10]}
                training: {optimizer: sgd, learning-rate: 1e3, steps: 100}
                """);

        assertThat(cell.get("verdict")).isEqualTo("broken");
        assertThat(cell.get("cause")).contains("diverged, at step", "at learning rate 1000");
    }

    @Test
    void aHugeLearningRateBreaksAdamAsWellThoughItStaysFinite() throws IOException {
        CSVRecord cell = only("""
                target: square
                data: {samples: 200}
                model: {hidden: [10]}
                training: {learning-rate: 1e3, steps: 200}
                """);

        assertThat(cell.get("verdict")).isEqualTo("broken");
        assertThat(cell.get("cause")).contains("give the same answer everywhere");
    }

    @Test
    void noiseHidesWhetherALineOrASineMadeTheData() throws IOException {
        List<CSVRecord> cells = cells("""
                target: x
                alternatives: ["sin(x)"]
                data: {samples: 200, noise: 0.01}
                model: {hidden: []}
                training: {learning-rate: 0.05, steps: 200}
                vary: {data.range: [[-0.1, 0.1], [-2, 2]]}
                """);

        assertThat(cells.get(0).get("verdict")).isEqualTo("undecidable");
        assertThat(cells.get(0).get("cause")).startsWith("sin(x) fits the training data as well in 20/20 replicas");
        assertThat(cells.get(1).get("verdict")).isEqualTo("learned");
    }

    /** Two hundred units and twelve noisy points. */
    @Test
    void aLargeNetworkMemorizesAFewNoisyPoints() throws IOException {
        CSVRecord cell = only("""
                target: square
                data: {samples: 12, noise: 0.3}
                model: {hidden: [200]}
                training: {learning-rate: 0.02, steps: 3000, batch: full}
                """);

        assertThat(cell.get("verdict")).isEqualTo("memorizes");
        assertThat(cell.get("cause")).startsWith("median RMSE ").contains("on the training points");
    }

    @Test
    void onlyTheBestTunedLevelIsShown() throws IOException {
        PlantedStudy study = PlantedStudy.run(folder, """
                target: plus
                data: {samples: 200}
                model: {hidden: []}
                training: {steps: 300}
                vary: {training.learning-rate: [0.00001, 0.05]}
                tune: [training.learning-rate]
                """);

        List<CSVRecord> cells = study.cells();
        assertThat(cells).extracting(cell -> cell.get("chosen")).containsExactly("false", "true");
        assertThat(cells.get(1).get("cause")).isEqualTo("training.learning-rate 0.05 is the largest tried");
        assertThat(study.run().out())
                .contains("The network learns the function in every region that was examined.")
                .contains("shown: of 2 cells those with the best levels of what is tuned");
        assertThat(study.run().outLines())
                .filteredOn(line -> line.contains("/20 ["))
                .hasSize(1);
    }

    @Test
    void checkWarnsOfTooFewReplicas() throws IOException {
        Path manifest = folder.resolve("few.yaml");
        Files.writeString(manifest, "study: few\nreplicas: 5\ntarget: square\nmodel: {hidden: [2]}\n");

        assertThat(Invocation.of(folder, "check", manifest.toString()).errLines())
                .containsExactly(
                        "warning: with 5 replicas every verdict stays open; 6 are the fewest that can tell, 20 tell most");
        assertThat(Invocation.of(folder, "check", manifest.toString(), "--set", "replicas=6")
                        .err())
                .isEmpty();
    }

    private CSVRecord only(String manifest) throws IOException {
        return PlantedStudy.run(folder, manifest).cell();
    }

    private List<CSVRecord> cells(String manifest) throws IOException {
        return PlantedStudy.run(folder, manifest).cells();
    }
}

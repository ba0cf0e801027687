package dev.parabola.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parabola.core.problem.Position;
import dev.parabola.core.study.DataSettings.Sampling;
import dev.parabola.core.study.DataSettings.Scaling;
import dev.parabola.core.study.TrainingSettings.Duration;
import dev.parabola.core.study.TrainingSettings.Precision;
import dev.parabola.core.study.TrainingSettings.Unit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    @Test
    void whatAManifestDoesNotSayHasItsDefault() {
        Study study = Planning.plan("study: s\ntarget: square\nmodel: {}\n");

        assertThat(study.name()).isEqualTo("s");
        assertThat(study.question()).isEmpty();
        assertThat(study.seed()).isZero();
        assertThat(study.replicas()).isEqualTo(20);
        assertThat(study.factors()).isEmpty();
        assertThat(study.cells()).isEqualTo(1);
        assertThat(study.trials()).isEqualTo(20);
        assertThat(study.maxInputs()).isEqualTo(1);
        assertThat(study.success())
                .isEqualTo(new Success(OptionalDouble.of(0.1), OptionalDouble.empty(), OptionalDouble.empty()));
        assertThat(study.checkpoints()).isEqualTo(30);
        Cell cell = study.cell(0);
        assertThat(cell.levels()).isEmpty();
        assertThat(cell.data())
                .isEqualTo(new DataSettings(
                        1000,
                        List.of(new Interval(-1, 1)),
                        Sampling.UNIFORM,
                        0,
                        Scaling.NONE,
                        Scaling.NONE,
                        cell.data().rangePosition()));
        assertThat(cell.data().rangePosition())
                .hasToString(cell.data().rangePosition().source() + ":1:1");
        assertThat(cell.model())
                .usingRecursiveComparison()
                .ignoringFields("position")
                .isEqualTo(new ModelSettings(
                        List.of(10), new ExamplePlugins.Relu(), new ExamplePlugins.TorchLinear(), Position.of("")));
        assertThat(cell.training())
                .isEqualTo(new TrainingSettings(
                        new ExamplePlugins.Adam(),
                        new ExamplePlugins.Constant(),
                        0.001,
                        new Duration(Unit.STEPS, 5000),
                        64,
                        Precision.FLOAT64));
    }

    @Test
    void theFullExampleSaysNothingButDefaults() {
        Study least = Planning.plan("study: square-one-cycle\ntarget: square\nmodel: {}\n");
        Study full = Planning.plan(Planning.resource("contract.yaml"));

        assertThat(full.question()).contains("Can ten ReLU units learn y = x²?");
        assertThat(full.cell(0).training()).isEqualTo(least.cell(0).training());
        assertThat(full.cell(0).model())
                .usingRecursiveComparison()
                .ignoringFields("position")
                .isEqualTo(least.cell(0).model());
        assertThat(full.regionNames()).isEqualTo(least.regionNames());
        assertThat(full.cell(0).regions())
                .extracting(RegionSettings::name, RegionSettings::range, RegionSettings::except)
                .isEqualTo(least.cell(0).regions().stream()
                        .map(region -> tuple(region.name(), region.range(), region.except()))
                        .toList());
        assertThat(new String(full.manifestBytes(), StandardCharsets.UTF_8))
                .isEqualTo(Planning.resource("contract.yaml"));
    }

    @Test
    void aBatchIsNeverLargerThanTheData() {
        assertThat(Planning.plan(Planning.LEAST + "training: {batch: full}\ndata: {samples: 7}\n")
                        .cell(0)
                        .training()
                        .batch())
                .isEqualTo(7);
        assertThat(Planning.plan(Planning.LEAST + "data: {samples: 63}\n")
                        .cell(0)
                        .training()
                        .batch())
                .isEqualTo(63);
    }

    @Test
    void epochsTakeThePlaceOfTheDefaultSteps() {
        TrainingSettings training = Planning.plan(Planning.LEAST + "training: {epochs: 85}\n")
                .cell(0)
                .training();

        assertThat(training.duration()).isEqualTo(new Duration(Unit.EPOCHS, 85));
        assertThat(training.totalSteps(1000)).isEqualTo(85 * 16);
    }

    @Test
    void oneScalingServesBothSidesAndAMapEach() {
        assertThat(Planning.plan(Planning.LEAST + "data: {scaling: min-max}\n")
                        .cell(0)
                        .data())
                .extracting(DataSettings::inputScaling, DataSettings::outputScaling)
                .containsExactly(Scaling.MIN_MAX, Scaling.MIN_MAX);
        assertThat(Planning.plan(Planning.LEAST + "data: {scaling: {outputs: standard}}\n")
                        .cell(0)
                        .data())
                .extracting(DataSettings::inputScaling, DataSettings::outputScaling)
                .containsExactly(Scaling.NONE, Scaling.STANDARD);
    }

    @Test
    void theDefaultRegionsFollowTheRangeOfEachCell() {
        Study study = Planning.plan(Planning.LEAST + "vary: {data.range: [[0, 1], [-3, 1]]}\n");

        assertThat(study.regionNames()).containsExactly("inside", "near", "far");
        assertThat(study.cell(1).regions())
                .extracting(RegionSettings::range, RegionSettings::except, RegionSettings::explicit)
                .extracting(Object::toString)
                .containsExactly(
                        "([Interval[low=-3.0, high=1.0]], [], false)",
                        "([Interval[low=-5.0, high=3.0]], [Interval[low=-3.0, high=1.0]], false)",
                        "([Interval[low=-9.0, high=7.0]], [Interval[low=-5.0, high=3.0]], false)");
        assertThat(study.cell(1).regions().get(0).position().toString()).endsWith(":4:29");
    }

    @Test
    void regionsOfPointsSpanTheirPointsOrTheData() {
        List<RegionSettings> regions = Planning.plan(Planning.LEAST
                        + "data: {range: [0, 3]}\nregions: {far: {points: [5, 4, 7]}, inside: {points: training}}\n")
                .cell(0)
                .regions();

        assertThat(regions.get(0).range()).containsExactly(new Interval(4, 7));
        assertThat(regions.get(0).points())
                .isEqualTo(new RegionSettings.Listed(List.of(List.of(5.0), List.of(4.0), List.of(7.0))));
        assertThat(regions.get(1).range()).containsExactly(new Interval(0, 3));
        assertThat(regions.get(1).points()).isEqualTo(new RegionSettings.Training());
    }

    @Test
    void regionsOfTheManifestServeEveryInputAndKeepTheirOrder() {
        Study study = Planning.plan(Planning.resource("inputs.yaml"));

        assertThat(study.regionNames()).containsExactly("inside", "outer-ring");
        assertThat(study.maxInputs()).isEqualTo(2);
        RegionSettings ring = study.cell(1).regions().get(1);
        assertThat(ring.range()).containsExactly(new Interval(-3, 3), new Interval(-3, 3));
        assertThat(ring.except()).containsExactly(new Interval(-1, 1), new Interval(0, 2));
        assertThat(ring.explicit()).isTrue();
    }
}

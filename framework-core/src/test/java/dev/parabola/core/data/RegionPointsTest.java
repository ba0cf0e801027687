package dev.parabola.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.core.problem.Position;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.study.Target;
import dev.parabola.plugins.targets.Ln;
import dev.parabola.plugins.targets.Plus;
import dev.parabola.plugins.targets.Square;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionPointsTest {
    private static final Position NOWHERE = Position.of("test.yaml");
    private static final TargetValues SQUARE = TargetValues.of(new Target("square", new Square(), 1, NOWHERE));
    private static final TargetValues LN = TargetValues.of(new Target("ln", new Ln(), 1, NOWHERE));
    private static final TargetValues PLUS = TargetValues.of(new Target("plus", new Plus(), 2, NOWHERE));

    @Test
    void examinesOneInputAtAThousandAndOnePoints() {
        Region region = RegionPoints.of(region(-1, 1), SQUARE).orElseThrow();

        assertThat(region.points().count()).isEqualTo(1001);
        assertThat(region.points().inputs()[0]).isEqualTo(-1);
        assertThat(region.points().inputs()[1]).isEqualTo((999.0 * -1 + 1.0 * 1) / 1000);
        assertThat(region.points().inputs()[500]).isEqualTo(0);
        assertThat(region.points().inputs()[1000]).isEqualTo(1);
        assertThat(region.points().outputs()[250]).isEqualTo(0.25);
    }

    /** The standard deviation of x² at n + 1 even points of [-1, 1] in closed form: √(4/45 + …), here by its sums in exact arithmetic. */
    @Test
    void knowsTheStandardDeviationOfTheTarget() {
        Region region = RegionPoints.of(region(-1, 1), SQUARE).orElseThrow();
        double fourth = 2.0 * (500.0 * 501 * 1001 * (3.0 * 500 * 500 + 3 * 500 - 1)) / 30 / 1001 / Math.pow(500, 4);
        double second = 2.0 * (500.0 * 501 * 1001) / 6 / 1001 / 250_000;

        assertThat(region.standardDeviation())
                .isCloseTo(Math.sqrt(fourth - second * second), org.assertj.core.api.Assertions.within(1e-14));
    }

    @Test
    void leavesOutWhatIsStrictlyInsideTheExceptedBox() {
        RegionSettings near =
                new RegionSettings("near", List.of(new Interval(-2, 2)), List.of(new Interval(-1, 1)), true, NOWHERE);
        double[] inputs = RegionPoints.of(near, SQUARE).orElseThrow().points().inputs();

        assertThat(inputs).hasSize(502).contains(-1, 1);
        assertThat(Arrays.stream(inputs).filter(x -> Math.abs(x) < 1)).isEmpty();
    }

    @Test
    void examinesListedPointsInTheirOrder() {
        RegionSettings corners = new RegionSettings(
                "inside",
                List.of(new Interval(0, 1), new Interval(0, 1)),
                List.of(),
                new RegionSettings.Listed(List.of(List.of(1.0, 1.0), List.of(0.0, 1.0))),
                true,
                NOWHERE);
        Region region = RegionPoints.of(corners, PLUS).orElseThrow();

        assertThat(region.points().inputs()).containsExactly(1, 1, 0, 1);
        assertThat(region.points().outputs()).containsExactly(2, 1);
    }

    /** Halton's sequence in bases 2 and 3, from its definition: 1/2 1/4 3/4 1/8 …, 1/3 2/3 1/9 4/9 …. */
    @Test
    void examinesSeveralInputsAtHaltonsPoints() {
        RegionSettings square =
                new RegionSettings("inside", List.of(new Interval(0, 1), new Interval(0, 1)), List.of(), true, NOWHERE);
        Samples points = RegionPoints.of(square, PLUS).orElseThrow().points();

        assertThat(points.count()).isEqualTo(1024);
        assertThat(Arrays.copyOf(points.inputs(), 8))
                .containsExactly(1.0 / 2, 1.0 / 3, 1.0 / 4, 2.0 / 3, 3.0 / 4, 1.0 / 9, 1.0 / 8, 4.0 / 9);
        assertThat(points.outputs()[0]).isEqualTo(1.0 / 2 + 1.0 / 3);
    }

    @Test
    void dropsUndefinedPointsOfADefaultRegionAndRefusesThemInAnExplicitOne() {
        RegionSettings defaulted = new RegionSettings("near", List.of(new Interval(-1, 1)), List.of(), false, NOWHERE);
        Region kept = RegionPoints.of(defaulted, LN).orElseThrow();

        assertThat(kept.points().count()).isEqualTo(500);
        assertThat(kept.points().inputs()[0]).isEqualTo(0.002);
        assertThatThrownBy(() -> RegionPoints.of(region(-1, 1), LN)).isInstanceOf(UndefinedTargetException.class);
    }

    @Test
    void letsADefaultRegionOfFewerThanTenPointsVanish() {
        assertThat(RegionPoints.of(
                        new RegionSettings("far", List.of(new Interval(-1, 0.008)), List.of(), false, NOWHERE), LN))
                .isEmpty();
    }

    private static RegionSettings region(double low, double high) {
        return new RegionSettings("inside", List.of(new Interval(low, high)), List.of(), true, NOWHERE);
    }
}

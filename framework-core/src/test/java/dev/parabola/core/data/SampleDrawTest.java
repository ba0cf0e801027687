package dev.parabola.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.core.problem.Position;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.DataSettings.Sampling;
import dev.parabola.core.study.DataSettings.Scaling;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.Target;
import dev.parabola.plugins.targets.Ln;
import dev.parabola.plugins.targets.Plus;
import dev.parabola.plugins.targets.Square;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SampleDrawTest {
    private static final Position NOWHERE = Position.of("test.yaml");
    private static final Interval UNIT = new Interval(-1, 1);
    private static final TargetValues SQUARE = TargetValues.of(new Target("square", new Square(), 1, NOWHERE));
    private static final TargetValues PLUS = TargetValues.of(new Target("plus", new Plus(), 2, NOWHERE));

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void staysInTheRangeAndFollowsTheTarget(Sampling sampling) {
        Samples samples = SampleDraw.draw(1, 0, settings(500, new Interval(2, 5), sampling, 0), SQUARE);

        for (int i = 0; i < samples.count(); i++) {
            assertThat(samples.inputs()[i]).isBetween(2.0, 5.0);
            assertThat(samples.outputs()[i]).isEqualTo(samples.inputs()[i] * samples.inputs()[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Sampling.class,
            names = {"UNIFORM", "NORMAL"})
    void startsALongerSampleWithTheShorterOne(Sampling sampling) {
        Samples few = SampleDraw.draw(1, 3, settings(10, UNIT, sampling, 0.5), SQUARE);
        Samples many = SampleDraw.draw(1, 3, settings(100, UNIT, sampling, 0.5), SQUARE);

        assertThat(Arrays.copyOf(many.inputs(), 10)).isEqualTo(few.inputs());
        assertThat(Arrays.copyOf(many.outputs(), 10)).isEqualTo(few.outputs());
    }

    @Test
    void rescalesTheSameDrawsForAnotherRangeAndAnotherNoise() {
        Samples narrow = SampleDraw.draw(1, 3, settings(100, UNIT, Sampling.UNIFORM, 0), SQUARE);
        Samples wide = SampleDraw.draw(1, 3, settings(100, new Interval(-4, 4), Sampling.UNIFORM, 0), SQUARE);
        Samples quiet = SampleDraw.draw(1, 3, settings(100, UNIT, Sampling.UNIFORM, 0.25), SQUARE);
        Samples loud = SampleDraw.draw(1, 3, settings(100, UNIT, Sampling.UNIFORM, 0.5), SQUARE);

        for (int i = 0; i < 100; i++) {
            double truth = narrow.outputs()[i];
            assertThat(wide.inputs()[i]).isCloseTo(4 * narrow.inputs()[i], within(1e-15));
            assertThat(loud.outputs()[i] - truth).isCloseTo(2 * (quiet.outputs()[i] - truth), within(1e-15));
            assertThat(quiet.outputs()[i]).isNotEqualTo(truth);
        }
    }

    @Test
    void givesEveryReplicaAndSeedOtherPoints() {
        DataSettings settings = settings(10, UNIT, Sampling.UNIFORM, 0);
        assertThat(SampleDraw.draw(1, 0, settings, SQUARE).inputs())
                .isNotEqualTo(SampleDraw.draw(1, 1, settings, SQUARE).inputs())
                .isNotEqualTo(SampleDraw.draw(2, 0, settings, SQUARE).inputs());
    }

    @Test
    void placesAGridFromEndToEndInAnOrderOfEachReplicasOwn() {
        DataSettings settings = settings(5, UNIT, Sampling.GRID, 0);
        Samples first = SampleDraw.draw(1, 0, settings, SQUARE);
        Samples second = SampleDraw.draw(1, 1, settings, SQUARE);

        assertThat(Arrays.stream(first.inputs()).sorted().toArray()).containsExactly(-1, -0.5, 0, 0.5, 1);
        assertThat(Arrays.stream(second.inputs()).sorted().toArray()).containsExactly(-1, -0.5, 0, 0.5, 1);
        assertThat(first.inputs()).isNotEqualTo(second.inputs());
    }

    @Test
    void placesAGridInEveryInput() {
        DataSettings settings = new DataSettings(
                9, List.of(UNIT, new Interval(0, 10)), Sampling.GRID, 0, Scaling.NONE, Scaling.NONE, NOWHERE);
        Samples samples = SampleDraw.draw(1, 0, settings, PLUS);

        assertThat(Arrays.stream(samples.outputs()).sorted().toArray()).containsExactly(-1, 0, 1, 4, 5, 6, 9, 10, 11);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1, 1000", "9, 2, 3", "1000, 3, 10", "10, 2, 0", "1, 5, 1", "2147483647, 2, 0"})
    void knowsWhichNumbersOfPointsMakeAGrid(int samples, int dimensions, int side) {
        assertThat(SampleDraw.gridSide(samples, dimensions)).isEqualTo(side);
    }

    @Test
    void refusesAPointWhereTheTargetIsUndefined() {
        TargetValues ln = TargetValues.of(new Target("ln", new Ln(), 1, NOWHERE));
        assertThatThrownBy(() -> SampleDraw.draw(1, 0, settings(100, UNIT, Sampling.UNIFORM, 0), ln))
                .isInstanceOf(UndefinedTargetException.class)
                .hasMessageMatching("the target is undefined at \\(-0\\.\\d+\\)");
    }

    private static DataSettings settings(int samples, Interval range, Sampling sampling, double noise) {
        return new DataSettings(samples, List.of(range), sampling, noise, Scaling.NONE, Scaling.NONE, NOWHERE);
    }
}

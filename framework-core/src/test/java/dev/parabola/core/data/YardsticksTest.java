package dev.parabola.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class YardsticksTest {
    private static final Region INSIDE = region(-1, 1);

    @Test
    void measureARegionByItsOwnSpread() {
        assertThat(of(0, INSIDE, region(-5, 5))).containsExactly(OptionalDouble.of(1), OptionalDouble.of(5));
    }

    @Test
    void measureAFlatRegionByTheSpreadInside() {
        assertThat(of(0, INSIDE, region(7, 7))).containsExactly(OptionalDouble.of(1), OptionalDouble.of(1));
        assertThat(of(0, INSIDE, region(-0.0009, 0.0009)).get(1)).hasValue(1);
        assertThat(of(0, INSIDE, region(-0.0011, 0.0011)).get(1).orElseThrow()).isCloseTo(0.0011, within(1e-15));
    }

    @Test
    void doNotMindWhereInsideStands() {
        assertThat(of(1, region(7, 7), INSIDE)).containsExactly(OptionalDouble.of(1), OptionalDouble.of(1));
    }

    @Test
    void doNotExistForATargetThatIsConstantInside() {
        assertThat(of(0, region(3, 3), region(-1, 1))).containsOnly(OptionalDouble.empty());
        assertThat(of(0, region(0, 0))).containsOnly(OptionalDouble.empty());
    }

    @Test
    void takeARoundedConstantForAConstant() {
        assertThat(of(0, region(1, Math.nextUp(1.0)))).containsOnly(OptionalDouble.empty());
        assertThat(of(0, region(1e9, 1e9 + 0.1)).get(0)).isPresent();
    }

    @Test
    void areMissingWithARegionAndLeaveTheOthersTheirOwn() {
        assertThat(Yardsticks.of(List.of(Optional.empty(), Optional.of(region(-2, 2)), Optional.of(region(5, 5))), 0))
                .containsExactly(OptionalDouble.empty(), OptionalDouble.of(2), OptionalDouble.empty());
    }

    private static List<OptionalDouble> of(int inside, Region... regions) {
        return Yardsticks.of(Arrays.stream(regions).map(Optional::of).toList(), inside);
    }

    /** A region of two points with these values. */
    private static Region region(double... values) {
        return new Region("any", new Samples(new double[] {0, 1}, values));
    }
}

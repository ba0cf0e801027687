package dev.parabola.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.study.DataSettings.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AffineMapTest {
    /** Two columns, 1 2 3 4 and 10 10 10 10, row by row. */
    private static final double[] VALUES = {1, 10, 2, 10, 3, 10, 4, 10};

    @Test
    void standardizesByTheMeanAndTheDeviationThatDividesByN() {
        AffineMap map = AffineMap.fit(Scaling.STANDARD, VALUES, 0, 2);

        assertThat(map.shift()).isEqualTo(2.5);
        assertThat(map.scale()).isEqualTo(Math.sqrt(1.25));
        assertThat(map.apply(2.5)).isZero();
    }

    @Test
    void mapsTheExtremesToZeroAndOne() {
        AffineMap map = AffineMap.fit(Scaling.MIN_MAX, VALUES, 0, 2);

        assertThat(map.apply(1)).isZero();
        assertThat(map.apply(4)).isEqualTo(1);
    }

    @Test
    void leavesValuesAloneWhereNothingIsScaled() {
        AffineMap map = AffineMap.fit(Scaling.NONE, VALUES, 0, 2);

        assertThat(map.apply(0.1)).isEqualTo(0.1);
        assertThat(map.invert(0.1)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scaling.class,
            names = {"STANDARD", "MIN_MAX"})
    void shiftsAConstantColumnWithoutDividing(Scaling scaling) {
        AffineMap map = AffineMap.fit(scaling, VALUES, 1, 2);

        assertThat(map.apply(10)).isZero();
        assertThat(map.apply(11)).isEqualTo(1);
    }

    /** A third cannot be written in binary, so the mean of equal thirds differs from them. */
    @Test
    void seesThatAColumnIsConstantWhateverItsMeanRoundsTo() {
        double[] thirds = new double[1000];
        java.util.Arrays.fill(thirds, 1.0 / 3);
        assertThat(AffineMap.fit(Scaling.STANDARD, thirds, 0, 1).scale()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void undoesWhatItDid(Scaling scaling) {
        AffineMap map = AffineMap.fit(scaling, VALUES, 0, 2);
        assertThat(map.invert(map.apply(3.25))).isEqualTo(3.25);
    }
}

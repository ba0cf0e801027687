package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Motor Trend's miles per gallon, R's data set mtcars. */
    private static final double[] MILES_PER_GALLON = {
        21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4,
        30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26.0, 30.4, 15.8, 19.7, 15.0, 21.4
    };

    /** As R prints quantile(mtcars$mpg) and quantile(mtcars$mpg, c(.1, .9)). */
    @ParameterizedTest
    @CsvSource({"0, 10.4", "0.1, 14.34", "0.25, 15.425", "0.5, 19.2", "0.75, 22.8", "0.9, 30.09", "1, 33.9"})
    void agreeWithR(double p, double expected) {
        assertThat(new Quantiles(MILES_PER_GALLON).at(p)).isCloseTo(expected, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"0.25, 1.75", "0.5, 2.5", "0.75, 3.25"})
    void interpolateBetweenNeighbours(double p, double expected) {
        assertThat(new Quantiles(new double[] {4, 2, 3, 1}).at(p)).isEqualTo(expected);
    }

    @Test
    void ofOneValueAreThatValue() {
        Quantiles quantiles = new Quantiles(new double[] {0.1});

        assertThat(quantiles.at(0.25)).isEqualTo(0.1);
        assertThat(quantiles.at(0.75)).isEqualTo(0.1);
    }

    @Test
    void ofEqualValuesAreThatValue() {
        assertThat(new Quantiles(new double[] {0.1, 0.1, 0.1, 0.1}).at(0.3)).isEqualTo(0.1);
    }

    @Test
    void rankNaNWorseThanInfinity() {
        Quantiles quantiles = new Quantiles(new double[] {NAN, 2, INFINITY, 1, NAN});

        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.at(0.25)).isEqualTo(2);
        assertThat(quantiles.at(0.5)).isEqualTo(INFINITY);
        assertThat(quantiles.at(0.75)).isNaN();
    }

    @Test
    void areNaNBetweenAValueAndNaN() {
        assertThat(new Quantiles(new double[] {1, NAN}).at(0.5)).isNaN();
    }

    @Test
    void keepInfinitiesWhereTheyAreTheLimit() {
        assertThat(new Quantiles(new double[] {1, INFINITY}).at(0.5)).isEqualTo(INFINITY);
        assertThat(new Quantiles(new double[] {-INFINITY, 1}).at(0.5)).isEqualTo(-INFINITY);
        assertThat(new Quantiles(new double[] {INFINITY, INFINITY}).at(0.5)).isEqualTo(INFINITY);
        assertThat(new Quantiles(new double[] {-INFINITY, INFINITY}).at(0.5)).isNaN();
    }

    @Test
    void doNotOverflow() {
        assertThat(new Quantiles(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}).at(0.5))
                .isZero();
    }

    @Test
    void leaveTheSampleAsItIs() {
        double[] sample = {3, 1, 2};

        assertThat(new Quantiles(sample).at(0.5)).isEqualTo(2);
        assertThat(sample).containsExactly(3, 1, 2);
    }

    @Test
    void needAValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantiles(new double[0]));
    }
}

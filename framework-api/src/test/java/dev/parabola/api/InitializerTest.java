package dev.parabola.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parabola.api.Initializer.Distribution;
import dev.parabola.api.Initializer.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitializerTest {
    @ParameterizedTest
    @ValueSource(doubles = {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aScaleThatIsNegativeOrNotFiniteIsRefused(double scale) {
        for (Shape shape : Shape.values()) {
            assertThatThrownBy(() -> new Distribution(shape, scale))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a distribution's scale must be finite and not negative");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyFiniteScaleFromZeroOnIsTaken(Shape shape) {
        for (double scale : new double[] {0, Double.MIN_VALUE, 1, Double.MAX_VALUE}) {
            assertThat(new Distribution(shape, scale).scale()).isEqualTo(scale);
        }
    }

    @Test
    void theShorthandsNameTheirShape() {
        assertThat(Distribution.uniform(2)).isEqualTo(new Distribution(Shape.UNIFORM, 2));
        assertThat(Distribution.normal(2)).isEqualTo(new Distribution(Shape.NORMAL, 2));
        assertThat(Distribution.zero().scale()).isZero();
    }
}

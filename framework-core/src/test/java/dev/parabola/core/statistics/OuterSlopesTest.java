package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.core.results.PredictionRow;
import dev.parabola.core.statistics.OuterSlopes.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class OuterSlopesTest {
    @Test
    void areThoseOfTheOutermostPointsOnEitherSide() {
        List<End> ends = slopes(-4, 4, x -> x * x).orElseThrow().ends();

        assertThat(ends).extracting(End::x).containsExactly(-4.0, 4.0);
        assertThat(ends.get(0).target()).isCloseTo(-8, within(1e-9));
        assertThat(ends.get(1).target()).isCloseTo(8, within(1e-9));
        assertThat(ends.get(1).predicted()).isCloseTo(3, within(1e-9));
    }

    @Test
    void areLeftOutWhereTheTargetIsNotMonotoneAllTheWay() {
        assertThat(slopes(-4, 4, x -> x < 0 ? x : Math.sin(3 * x)).orElseThrow().ends())
                .extracting(End::x)
                .containsExactly(-4.0);
        assertThat(slopes(-4, 4, x -> Math.sin(3 * x))).isEmpty();
        assertThat(slopes(-4, 4, x -> 1)).isEmpty();
    }

    @Test
    void areLeftOutWhereTheyAgreeOrTheTargetIsNotSmooth() {
        assertThat(slopes(-4, 4, x -> 3.1 * x)).isEmpty();
        assertThat(slopes(-4, 4, x -> 2 * x + (x > 3.995 ? 1 : 0)).orElseThrow().ends())
                .extracting(End::x)
                .containsExactly(-4.0);
    }

    @Test
    void areThoseOfTheOnlySideThatWasExamined() {
        assertThat(slopes(-1, 4, x -> x).orElseThrow().ends())
                .extracting(End::x)
                .containsExactly(4.0);
        assertThat(slopes(-1, 1, x -> x)).isEmpty();
    }

    /** Inside from −1 to 1, the rest beyond; predictions are 3x. */
    private static Optional<OuterSlopes> slopes(int low, int high, DoubleUnaryOperator target) {
        List<PredictionRow> rows = new ArrayList<>();
        for (int i = 100 * low; i <= 100 * high; i++) {
            double x = i / 100.0;
            rows.add(new PredictionRow(
                    0, Math.abs(x) <= 1 ? "inside" : "beyond", x, target.applyAsDouble(x), OptionalDouble.of(3 * x)));
        }
        return OuterSlopes.of(rows);
    }
}

package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parabola.core.results.PredictionRow;
import dev.parabola.core.statistics.ErrorPlace.Oddity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ErrorPlaceTest {
    @Test
    void isWhereATargetJumps() {
        DoubleUnaryOperator step = x -> x > 0.3001 ? 1 : 0;

        ErrorPlace place =
                place(step, x -> 1 / (1 + Math.exp(-200 * (x - 0.3)))).orElseThrow();

        assertThat(place.why()).contains(Oddity.JUMP);
        assertThat(place.centre()).isCloseTo(0.3, within(0.002));
        assertThat(place.share()).isBetween(ErrorPlace.MOST, 1.0);
        assertThat(new Fact.Concentrated(place).text())
                .matches(
                        "[0-9]+ % of the squared error of the median prediction inside lies within 0\\.0[0-9]+ of x = 0\\.3[0-9]*, "
                                + "where the target jumps");
    }

    @Test
    void isNoJumpWhereATargetIsOnlySteep() {
        DoubleUnaryOperator steep = x -> 1 / (1 + Math.exp(-20_000 * (x - 0.3)));

        assertThat(place(steep, x -> 1 / (1 + Math.exp(-200 * (x - 0.3))))
                        .orElseThrow()
                        .why())
                .contains(Oddity.STEEP);
    }

    @Test
    void isWhereATargetPeaks() {
        DoubleUnaryOperator peak = x -> 100 * Math.exp(-1e5 * x * x) + x;

        assertThat(place(peak, x -> x).orElseThrow().why()).contains(Oddity.PEAK);
    }

    @Test
    void mayBeAtAnEndOfTheRegion() {
        ErrorPlace place = place(x -> x, x -> x > 0.99 ? 0 : x).orElseThrow();

        assertThat(place.centre() + place.reach()).isCloseTo(1, within(1e-12));
        assertThat(place.why()).isEmpty();
    }

    @Test
    void isNowhereWhereTheErrorIsSpreadOrThereIsNone() {
        assertThat(place(x -> x, x -> 0)).isEmpty();
        assertThat(place(x -> x, x -> x)).isEmpty();
        assertThat(place(x -> x, x -> Double.NaN)).isEmpty();
        assertThat(ErrorPlace.of(List.of(), x -> x)).isEmpty();
    }

    private static Optional<ErrorPlace> place(DoubleUnaryOperator target, DoubleUnaryOperator predicted) {
        List<PredictionRow> rows = new ArrayList<>();
        for (int i = 0; i <= 1000; i++) {
            double x = (i - 500) / 500.0;
            rows.add(new PredictionRow(
                    0, "inside", x, target.applyAsDouble(x), OptionalDouble.of(predicted.applyAsDouble(x))));
            rows.add(new PredictionRow(0, "far", 3 + x, 0, OptionalDouble.of(1000)));
        }
        return ErrorPlace.of(rows, target);
    }
}

package dev.parabola.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BestFirstTest {
    private static CellSummary cell(long number, Verdict verdict, Optional<RegionSummary> inside) {
        Optional<RegionSummary> perfectElsewhere = Optional.of(region(0, 0));
        return new CellSummary(
                number,
                List.of(),
                6,
                6,
                0,
                0,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                List.of(perfectElsewhere, inside),
                OptionalDouble.empty(),
                Optional.empty(),
                verdict,
                "");
    }

    private static RegionSummary region(double rmse, double nrmse) {
        return new RegionSummary(3, 6, 0.5, 0.1, 0.9, rmse, rmse, rmse, OptionalDouble.of(nrmse));
    }

    private static CellSummary cell(long number, Verdict verdict, double rmse, double nrmse) {
        return cell(number, verdict, Optional.of(region(rmse, nrmse)));
    }

    @Test
    void verdictsComeFirstThenErrorsThenNumbers() {
        List<CellSummary> inOrder = List.of(
                cell(8, Verdict.LEARNED, 9, 0.09),
                cell(3, Verdict.INTERPOLATES, 5, 0.01),
                cell(4, Verdict.INTERPOLATES, 1, 0.02),
                cell(0, Verdict.OPEN, 1, 0.001),
                cell(1, Verdict.OPEN, 1, 0.001),
                cell(2, Verdict.OPEN, 2, Double.NaN),
                cell(5, Verdict.OPEN, 3, Double.NaN),
                cell(6, Verdict.OPEN, Double.NaN, Double.NaN),
                cell(7, Verdict.OPEN, Optional.empty()),
                cell(9, Verdict.UNDECIDABLE, 1, 0),
                cell(10, Verdict.MEMORIZES, 1, 0),
                cell(11, Verdict.UNDERFITS, 1, 0),
                cell(12, Verdict.BROKEN, 1, 0));
        List<CellSummary> shuffled = new ArrayList<>(inOrder);
        Collections.reverse(shuffled);

        shuffled.sort(new BestFirst(1));

        assertThat(shuffled).containsExactlyElementsOf(inOrder);
    }
}

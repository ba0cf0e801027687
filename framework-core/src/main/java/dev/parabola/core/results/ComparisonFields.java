package dev.parabola.core.results;

import dev.parabola.core.results.ComparisonRow.Tests;
import java.util.Optional;

/** The fields of a row of {@code comparisons.csv}. */
final class ComparisonFields extends RowFields {
    ComparisonFields(CsvRecords record) {
        super(record, Columns.comparisons().size());
    }

    ComparisonRow row() {
        String region = FormulaGuard.unguard(next());
        String factor = FormulaGuard.unguard(next());
        long cellA = count();
        long cellB = count();
        int pairs = (int) count();
        int winsA = (int) count();
        int winsB = (int) count();
        double ratio = figure(pairs);
        double low = figure(pairs);
        double high = figure(pairs);
        double p = figure(pairs);
        double pAdjusted = figure(pairs);
        int successOnlyA = (int) count();
        int successOnlyB = (int) count();
        double successP = figure(pairs);
        Optional<Tests> tests =
                pairs == 0 ? Optional.empty() : Optional.of(new Tests(ratio, low, high, p, pAdjusted, successP));
        return new ComparisonRow(region, factor, cellA, cellB, pairs, winsA, winsB, successOnlyA, successOnlyB, tests);
    }

    private double figure(int pairs) {
        return pairs == 0 ? skip(Double.NaN, 1) : number();
    }
}

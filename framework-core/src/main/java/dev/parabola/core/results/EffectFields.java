package dev.parabola.core.results;

import dev.parabola.core.results.EffectRow.Tests;
import java.util.Optional;

/** The fields of a row of {@code effects.csv}. */
final class EffectFields extends RowFields {
    /** How many fields the tests of an effect have. */
    static final int TESTS = 5;

    EffectFields(CsvRecords record) {
        super(record, Columns.effects().size());
    }

    EffectRow row() {
        String region = FormulaGuard.unguard(next());
        String factor = FormulaGuard.unguard(next());
        String levelA = FormulaGuard.unguard(next());
        String levelB = FormulaGuard.unguard(next());
        int contexts = (int) count();
        int replicas = (int) count();
        Optional<Tests> tests = replicas == 0
                ? skip(Optional.empty(), TESTS)
                : Optional.of(new Tests(number(), number(), number(), number(), number()));
        return new EffectRow(region, factor, levelA, levelB, contexts, replicas, tests, (int) count());
    }
}

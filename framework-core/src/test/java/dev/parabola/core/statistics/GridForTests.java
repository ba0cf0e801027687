package dev.parabola.core.statistics;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.HealthText;
import dev.parabola.core.results.StudyForTests;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.study.Factor;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** A grid of one region whose errors are given by cell and replica; a trial has learned where its error is below a tenth. */
final class GridForTests {
    static final double DIVERGED = Double.NaN;
    static final double FAILED = -1;
    /** A completed trial whose health says that it exploded. */
    static final double EXPLODED = -2;

    private final List<Factor> factors;
    private final double[][] errors;
    private final ComparedCells cells;

    GridForTests(List<Factor> factors, double[][] errors) {
        this(factors, cell -> true, errors);
    }

    GridForTests(List<Factor> factors, LongPredicate compared, double[][] errors) {
        this.factors = factors;
        this.errors = errors;
        cells = new ComparedCells(new StudyForTests(
                "grid", errors[0].length, factors, errors.length, List.of("inside"), 1, "study: grid\n"));
        for (int cell = 0; cell < errors.length; cell++) {
            if (compared.test(cell)) {
                cells.put(cell, rows(cell));
            }
        }
    }

    double[][] errors() {
        return errors;
    }

    List<ComparisonRow> comparisons(int factor) {
        return Family.inDetail(contexts(factor)).rows();
    }

    List<EffectRow> effects(int factor) {
        return Effects.of(contexts(factor), Family.inDetail(contexts(factor)));
    }

    List<EffectRow> briefEffects(int factor) {
        return Effects.of(contexts(factor), Family.inBrief(contexts(factor)));
    }

    private FactorContexts contexts(int factor) {
        return new FactorContexts(cells, 0, factor);
    }

    private List<TrialRow> rows(int cell) {
        List<TrialRow> rows = new ArrayList<>();
        for (int replica = 0; replica < errors[cell].length; replica++) {
            double error = errors[cell][replica];
            if (error == FAILED) {
                rows.add(row(cell, replica, Status.FAILED, Optional.empty(), ""));
            } else if (error == EXPLODED) {
                rows.add(row(cell, replica, Status.COMPLETED, score(1e87), "never updated; " + HealthText.EXPLODED));
            } else {
                Status status = Double.isNaN(error) ? Status.DIVERGED : Status.COMPLETED;
                rows.add(row(cell, replica, status, score(error), ""));
            }
        }
        return rows;
    }

    /** In units that change nothing: the error is that relative to the target. */
    private static Optional<Score> score(double error) {
        return Optional.of(new Score(
                7 * error, OptionalDouble.of(error), error, OptionalDouble.of(1), error < 0.1, OptionalLong.empty()));
    }

    private TrialRow row(int cell, int replica, Status status, Optional<Score> score, String health) {
        return new TrialRow(
                (long) cell * errors[cell].length + replica,
                cell,
                replica,
                Collections.nCopies(factors.size(), "level"),
                status,
                100,
                4,
                OptionalDouble.empty(),
                List.of(score),
                31,
                health,
                Optional.empty());
    }
}

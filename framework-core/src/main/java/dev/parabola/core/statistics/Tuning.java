package dev.parabola.core.statistics;

import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Which cells have the best levels of the tuned factors: for each combination of the other factors, the one with the smallest median
 * error inside; of several as good, the first.
 */
final class Tuning {
    private final Study study;
    private final CellPositions positions;
    /** For each combination of the compared factors, by its number, the best cell. */
    private final Map<Long, Best> best = new HashMap<>();

    private record Best(long cell, double error) {}

    private Tuning(Study study) {
        this.study = study;
        positions = new CellPositions(study.factors());
    }

    /** Reads every trial; a study without tuned factors reads nothing. */
    static Tuning of(RunFolder folder) {
        Tuning tuning = new Tuning(folder.study());
        if (tuning.isTuned()) {
            tuning.choose(folder);
        }
        return tuning;
    }

    /** Whether any factor is searched and not compared. */
    boolean isTuned() {
        return study.factors().stream().anyMatch(Factor::tuned);
    }

    /** Whether a cell is one of those that are compared. */
    boolean isChosen(long cell) {
        return !isTuned() || Objects.requireNonNull(best.get(combination(cell))).cell() == cell;
    }

    /** The tuned factors whose chosen level is the smallest or largest that was tried, as a sentence would tell them. */
    List<String> edges(long cell) {
        List<String> edges = new ArrayList<>();
        for (int factor = 0; factor < study.factors().size(); factor++) {
            Factor tuned = study.factors().get(factor);
            if (tuned.tuned()) {
                edge(tuned, positions.level(cell, factor)).ifPresent(edges::add);
            }
        }
        return edges;
    }

    private static Optional<String> edge(Factor factor, int level) {
        List<OptionalDouble> values =
                factor.levels().stream().map(Tuning::number).toList();
        if (values.size() < 2 || values.stream().anyMatch(OptionalDouble::isEmpty)) {
            return Optional.empty();
        }
        List<Double> sorted = values.stream()
                .map(OptionalDouble::orElseThrow)
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        double chosen = values.get(level).orElseThrow();
        String what = factor.name() + " " + factor.levels().get(level) + " is the ";
        if (chosen == sorted.get(0)) {
            return Optional.of(what + "smallest tried");
        }
        return chosen == sorted.get(sorted.size() - 1) ? Optional.of(what + "largest tried") : Optional.empty();
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private void choose(RunFolder folder) {
        int inside = study.regionNames().indexOf(Study.INSIDE);
        try (CellRows rows = new CellRows(folder)) {
            for (long cell = 0; cell < study.cells(); cell++) {
                offer(
                        cell,
                        rows.next().stream()
                                .filter(row -> row.status() != Status.FAILED)
                                .mapToDouble(row -> row.regions()
                                        .get(inside)
                                        .map(Score::rmse)
                                        .orElse(Double.NaN))
                                .toArray());
            }
        }
    }

    private void offer(long cell, double[] errors) {
        double median = errors.length == 0 ? Double.NaN : new Quantiles(errors).at(0.5);
        best.merge(
                combination(cell),
                new Best(cell, median),
                (old, other) -> Double.compare(other.error(), old.error()) < 0 ? other : old);
    }

    /** The number of the cell that has the same levels of the compared factors, and the first of the tuned ones. */
    private long combination(long cell) {
        long number = 0;
        for (int factor = 0; factor < study.factors().size(); factor++) {
            Factor at = study.factors().get(factor);
            number = number * at.levels().size() + (at.tuned() ? 0 : positions.level(cell, factor));
        }
        return number;
    }
}

package dev.parabola.core.statistics;

import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.RunFolder;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.study.Factor;
import dev.parabola.core.study.Study;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Which cells have the best levels of the tuned factors: for each combination of the other factors, the one with the smallest median
 * error inside, relative to the target's spread; of several as good, the first. Where the target of any of its cells has no spread, the
 * errors of all of them are taken in the target's units.
 */
final class Tuning {
    private final Study study;
    private final CellPositions positions;
    private final Combinations combinations;
    /** For each combination of the compared factors, by its number, the best cells. */
    private final Map<Long, Candidates> best = new HashMap<>();

    private record Best(long cell, double error) {
        static Best of(long cell, DoubleStream errors) {
            double[] sample = errors.toArray();
            return new Best(cell, sample.length == 0 ? Double.NaN : new Quantiles(sample).at(0.5));
        }

        Best or(Best other) {
            return Double.compare(other.error, error) < 0 ? other : this;
        }
    }

    /** The best cells of a combination by either measure of the error. */
    private record Candidates(Best byNrmse, Best byRmse, boolean allHaveNrmse) {
        Candidates or(Candidates other) {
            return new Candidates(
                    byNrmse.or(other.byNrmse), byRmse.or(other.byRmse), allHaveNrmse && other.allHaveNrmse);
        }

        long cell() {
            return (allHaveNrmse ? byNrmse : byRmse).cell();
        }
    }

    private Tuning(Study study) {
        this.study = study;
        positions = new CellPositions(study.factors());
        combinations = new Combinations(study.factors());
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
        return !isTuned()
                || Objects.requireNonNull(best.get(combinations.of(cell))).cell() == cell;
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
                best.merge(combinations.of(cell), candidates(cell, rows.next(), inside), Candidates::or);
            }
        }
    }

    private static Candidates candidates(long cell, List<TrialRow> rows, int inside) {
        List<RegionError> errors = rows.stream()
                .flatMap(row -> RegionError.of(row, inside).stream())
                .toList();
        return new Candidates(
                Best.of(cell, errors.stream().mapToDouble(error -> error.nrmse().orElse(Double.NaN))),
                Best.of(cell, errors.stream().mapToDouble(RegionError::rmse)),
                errors.stream().allMatch(error -> error.lost() || error.nrmse().isPresent()));
    }
}

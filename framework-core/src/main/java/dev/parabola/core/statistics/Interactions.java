package dev.parabola.core.statistics;

import dev.parabola.api.math.Elementary;
import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.ComparisonRow.Tests;
import dev.parabola.core.statistics.Interaction.Side;
import dev.parabola.core.statistics.Interaction.Split;
import dev.parabola.core.study.Factor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the levels that are told apart one way in some contexts and the other way in others. */
public final class Interactions {
    private final List<Factor> factors;
    private final CellPositions positions;
    private final String region;

    private Interactions(List<Factor> factors, String region) {
        this.factors = factors;
        this.region = region;
        positions = new CellPositions(factors);
    }

    /**
     * Finds them.
     *
     * @param rows what {@code comparisons.csv} holds
     * @param factors all factors of the study, tuned ones too, in its order
     * @param region the region
     * @return the interactions by factor, first and second level
     */
    public static List<Interaction> of(List<ComparisonRow> rows, List<Factor> factors, String region) {
        return new Interactions(factors, region).of(rows);
    }

    /** Two levels in a context: who is told apart to be better, -1 the first and 1 the second, and the logarithm of their ratio. */
    private record Contrast(long cell, int better, double logarithm) {}

    private List<Interaction> of(List<ComparisonRow> rows) {
        List<Interaction> interactions = new ArrayList<>();
        for (int factor = 0; factor < factors.size(); factor++) {
            String name = factors.get(factor).name();
            List<ComparisonRow> itsRows = rows.stream()
                    .filter(row -> row.region().equals(region) && row.factor().equals(name))
                    .filter(row -> row.tests().isPresent())
                    .toList();
            int levels = factors.get(factor).levels().size();
            for (int a = 0; a < levels; a++) {
                for (int b = a + 1; b < levels; b++) {
                    interaction(factor, a, b, contrasts(itsRows, factor, a, b)).ifPresent(interactions::add);
                }
            }
        }
        return interactions;
    }

    /** Where a tuned factor is slower than the compared one, the first cell may have the later level. */
    private List<Contrast> contrasts(List<ComparisonRow> rows, int factor, int a, int b) {
        List<Contrast> contrasts = new ArrayList<>();
        for (ComparisonRow row : rows) {
            int first = positions.level(row.cellA(), factor);
            int second = positions.level(row.cellB(), factor);
            if (Math.min(first, second) == a && Math.max(first, second) == b) {
                int sign = first == a ? 1 : -1;
                double logarithm = Elementary.log(row.tests().map(Tests::ratio).orElseThrow());
                contrasts.add(new Contrast(
                        row.cellA(), row.better().isPresent() ? sign * row.direction() : 0, sign * logarithm));
            }
        }
        return contrasts;
    }

    private Optional<Interaction> interaction(int factor, int a, int b, List<Contrast> contrasts) {
        int betterA = count(contrasts, -1);
        int betterB = count(contrasts, 1);
        if (betterA == 0 || betterB == 0) {
            return Optional.empty();
        }
        Factor its = factors.get(factor);
        return Optional.of(new Interaction(
                region,
                its,
                its.levels().get(a),
                its.levels().get(b),
                contrasts.size(),
                betterA,
                betterB,
                split(factor, contrasts)));
    }

    /** By the factor that explains the most contexts; of several as good, the first. */
    private Optional<Split> split(int factor, List<Contrast> contrasts) {
        Optional<Split> best = Optional.empty();
        int mostExplained = 0;
        for (int other = 0; other < factors.size(); other++) {
            if (other != factor && !factors.get(other).tuned()) {
                int explained = 0;
                List<Side> favourA = new ArrayList<>();
                List<Side> favourB = new ArrayList<>();
                for (int level = 0; level < factors.get(other).levels().size(); level++) {
                    List<Contrast> there = at(contrasts, other, level);
                    int betterA = count(there, -1);
                    int betterB = count(there, 1);
                    if (betterA == 0 ^ betterB == 0) {
                        explained += betterA + betterB;
                        side(there, other, level, betterA > 0).ifPresent((betterA > 0 ? favourA : favourB)::add);
                    }
                }
                if (explained > mostExplained && !favourA.isEmpty() && !favourB.isEmpty()) {
                    mostExplained = explained;
                    best = Optional.of(new Split(
                            factors.get(other),
                            favourA.stream()
                                    .min(Comparator.comparingDouble(Side::ratio))
                                    .orElseThrow(),
                            favourB.stream()
                                    .max(Comparator.comparingDouble(Side::ratio))
                                    .orElseThrow()));
                }
            }
        }
        return best;
    }

    /** Empty where the median of the ratios says otherwise than the contexts that are told apart. */
    private Optional<Side> side(List<Contrast> there, int other, int level, boolean favoursA) {
        double ratio = LogRatio.ratio(
                LogRatio.median(there.stream().mapToDouble(Contrast::logarithm).toArray()));
        return (favoursA ? ratio < 1 : ratio > 1)
                ? Optional.of(new Side(factors.get(other).levels().get(level), ratio))
                : Optional.empty();
    }

    private List<Contrast> at(List<Contrast> contrasts, int factor, int level) {
        return contrasts.stream()
                .filter(contrast -> positions.level(contrast.cell(), factor) == level)
                .toList();
    }

    private static int count(List<Contrast> contrasts, int better) {
        return (int) contrasts.stream()
                .filter(contrast -> contrast.better() == better)
                .count();
    }
}

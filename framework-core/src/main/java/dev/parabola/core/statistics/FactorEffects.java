package dev.parabola.core.statistics;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.Quantiles;
import dev.parabola.core.study.Factor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums the comparisons of a grid up by factor and pair of levels. */
public final class FactorEffects {
    private final List<Factor> factors;
    private final List<String> factorNames;
    private final CellPositions positions;

    private FactorEffects(List<Factor> factors) {
        this.factors = factors;
        factorNames = factors.stream().map(Factor::name).toList();
        positions = new CellPositions(factors);
    }

    /**
     * Sums comparisons up.
     *
     * @param rows what {@code comparisons.csv} holds
     * @param factors all factors of the study, tuned ones too, in its order
     * @return the effects by region, factor, first and second level; none for levels that no pair of trials compares
     */
    public static List<FactorEffect> of(List<ComparisonRow> rows, List<Factor> factors) {
        return new FactorEffects(factors).of(rows);
    }

    /** Two levels of a factor in a region, by their numbers, the first smaller. */
    private record Levels(int region, int factor, int a, int b) {
        static final Comparator<Levels> ORDER = Comparator.comparingInt(Levels::region)
                .thenComparingInt(Levels::factor)
                .thenComparingInt(Levels::a)
                .thenComparingInt(Levels::b);
    }

    private List<FactorEffect> of(List<ComparisonRow> rows) {
        List<String> regions =
                rows.stream().map(ComparisonRow::region).distinct().toList();
        Map<Levels, List<ComparisonRow>> contexts = new TreeMap<>(Levels.ORDER);
        for (ComparisonRow row : rows) {
            if (row.tests().isPresent()) {
                int factor = factorNames.indexOf(row.factor());
                int a = positions.level(row.cellA(), factor);
                int b = positions.level(row.cellB(), factor);
                Levels levels = new Levels(regions.indexOf(row.region()), factor, Math.min(a, b), Math.max(a, b));
                contexts.computeIfAbsent(levels, key -> new ArrayList<>()).add(row);
            }
        }
        List<FactorEffect> effects = new ArrayList<>();
        contexts.forEach((levels, itsRows) -> effects.add(effect(levels, itsRows)));
        return effects;
    }

    private FactorEffect effect(Levels levels, List<ComparisonRow> rows) {
        int betterA = 0;
        int betterB = 0;
        double[] ratios = new double[rows.size()];
        for (int i = 0; i < ratios.length; i++) {
            ComparisonRow row = rows.get(i);
            // Where a tuned factor is slower than the compared one, the first cell may have the later level.
            boolean inOrder = positions.level(row.cellA(), levels.factor()) == levels.a();
            double ratio = row.tests().orElseThrow().ratio();
            ratios[i] = inOrder ? ratio : 1 / ratio;
            if (row.better().isPresent()) {
                boolean first = row.better().getAsLong() == (inOrder ? row.cellA() : row.cellB());
                betterA += first ? 1 : 0;
                betterB += first ? 0 : 1;
            }
        }
        Factor factor = factors.get(levels.factor());
        return new FactorEffect(
                rows.get(0).region(),
                factor.name(),
                factor.levels().get(levels.a()),
                factor.levels().get(levels.b()),
                ratios.length,
                betterA,
                betterB,
                new Quantiles(ratios).at(0.5));
    }
}

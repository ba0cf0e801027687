package dev.parabola.core.statistics;

import dev.parabola.core.results.ComparisonRow;
import dev.parabola.core.results.ComparisonRow.Tests;
import dev.parabola.core.statistics.FactorContexts.Levels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The comparisons of all cells that differ in one factor and in no other compared one, in one region, their p-values adjusted to each
 * other: errors by the signed-rank test and the Hodges–Lehmann estimate on the logarithms of their ratios, successes by McNemar's test.
 */
final class Family {
    private final FactorContexts factor;
    private final List<Levels> pairs;
    private final List<ComparisonRow> rows = new ArrayList<>();
    /** By two levels and context the p-value, NaN where there is no pair of trials, and which level has the smaller errors, -1 or 1. */
    private final double[] p;

    private final byte[] direction;

    private Family(FactorContexts factor) {
        this.factor = factor;
        pairs = factor.pairs();
        p = new double[Math.multiplyExact(pairs.size(), factor.contexts())];
        direction = new byte[p.length];
        Arrays.fill(p, Double.NaN);
    }

    /** Compares, and keeps every comparison. */
    static Family inDetail(FactorContexts factor) {
        Family family = new Family(factor);
        family.compare(family.rows::add);
        family.adjustRows();
        return family;
    }

    /** Compares, and keeps no more than which cells are told apart; tests nothing where so few replicas can tell nothing apart. */
    static Family inBrief(FactorContexts factor) {
        Family family = new Family(factor);
        if (Resolution.canTell(factor.errors().replicas(), family.paired())) {
            family.compare(row -> {});
        }
        return family;
    }

    /** The rows of {@code comparisons.csv}, by the first and second cell's number; none in brief. */
    List<ComparisonRow> rows() {
        return rows;
    }

    /**
     * In how many contexts two levels are told apart one way.
     *
     * @param pair the number of the two levels among all pairs
     * @param way -1 where the first level is the better, 1 where the second is
     */
    int toldApart(int pair, int way) {
        int count = 0;
        for (int place = pair * factor.contexts(); place < (pair + 1) * factor.contexts(); place++) {
            count += p[place] < ComparisonRow.SIGNIFICANCE && direction[place] == way ? 1 : 0;
        }
        return count;
    }

    /** How many comparisons have any pair of trials. */
    private long paired() {
        long paired = 0;
        for (int place = 0; place < p.length; place++) {
            paired += factor.isPaired(pair(place), context(place)) ? 1 : 0;
        }
        return paired;
    }

    private void compare(Consumer<ComparisonRow> listener) {
        for (int place = 0; place < p.length; place++) {
            if (factor.exists(pair(place), context(place))) {
                ComparisonRow row = row(place);
                p[place] = row.tests().map(Tests::p).orElse(Double.NaN);
                direction[place] = (byte) (isInOrder(place) ? row.direction() : -row.direction());
                listener.accept(row);
            }
        }
        adjust();
    }

    private void adjust() {
        int[] tested = IntStream.range(0, p.length)
                .filter(place -> !Double.isNaN(p[place]))
                .toArray();
        double[] adjusted =
                Holm.adjust(IntStream.of(tested).mapToDouble(place -> p[place]).toArray());
        for (int i = 0; i < tested.length; i++) {
            p[tested[i]] = adjusted[i];
        }
    }

    private void adjustRows() {
        int row = 0;
        for (int place = 0; place < p.length; place++) {
            if (factor.exists(pair(place), context(place))) {
                rows.set(row, rows.get(row).withPAdjusted(p[place]));
                row++;
            }
        }
        rows.sort(Comparator.comparingLong(ComparisonRow::cellA).thenComparingLong(ComparisonRow::cellB));
    }

    /** Not adjusted yet. Where a tuned factor is slower than this one, the first cell may have the later level. */
    private ComparisonRow row(int place) {
        Levels pair = pair(place);
        int context = context(place);
        Levels ordered = isInOrder(place) ? pair : new Levels(pair.b(), pair.a());
        PairedErrors paired = factor.paired(ordered, context);
        return new ComparisonRow(
                factor.region(),
                factor.factor().name(),
                factor.cell(ordered.a(), context),
                factor.cell(ordered.b(), context),
                paired.pairs(),
                paired.winsA(),
                paired.winsB(),
                paired.successOnlyA(),
                paired.successOnlyB(),
                paired.pairs() == 0 ? Optional.empty() : Optional.of(tests(paired)));
    }

    private static Tests tests(PairedErrors paired) {
        HodgesLehmann centre = HodgesLehmann.of(paired.differences());
        double p = SignedRank.test(paired.differences()).p();
        return new Tests(
                LogRatio.ratio(centre.estimate()),
                LogRatio.ratio(centre.low()),
                LogRatio.ratio(centre.high()),
                p,
                p,
                McNemar.p(paired.successOnlyA(), paired.successOnlyB()));
    }

    private boolean isInOrder(int place) {
        Levels pair = pair(place);
        return factor.cell(pair.a(), context(place)) < factor.cell(pair.b(), context(place));
    }

    private Levels pair(int place) {
        return pairs.get(place / factor.contexts());
    }

    private int context(int place) {
        return place % factor.contexts();
    }
}

package dev.parabola.core.statistics;

import dev.parabola.core.results.EffectRow;
import dev.parabola.core.results.EffectRow.Tests;
import dev.parabola.core.statistics.FactorContexts.Levels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What each two levels of a factor do in one region, over all contexts: in each replica the median over the contexts of the logarithm of
 * the ratio of their errors, over the replicas the signed-rank test and the Hodges–Lehmann estimate, adjusted over the factor's pairs.
 */
final class Effects {
    private final FactorContexts factor;
    private final Family family;

    private Effects(FactorContexts factor, Family family) {
        this.factor = factor;
        this.family = family;
    }

    /**
     * The effects of a factor.
     *
     * @param factor the factor in a region
     * @param family the comparisons of its cells
     * @return a row for each two levels, but those without any context in which the region exists with both
     */
    static List<EffectRow> of(FactorContexts factor, Family family) {
        return adjusted(new Effects(factor, family).rows());
    }

    private List<EffectRow> rows() {
        List<EffectRow> rows = new ArrayList<>();
        List<Levels> pairs = factor.pairs();
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (existsAnywhere(pairs.get(pair))) {
                rows.add(row(pair, pairs.get(pair)));
            }
        }
        return rows;
    }

    private boolean existsAnywhere(Levels levels) {
        for (int context = 0; context < factor.contexts(); context++) {
            if (factor.exists(levels, context)) {
                return true;
            }
        }
        return false;
    }

    private EffectRow row(int pair, Levels levels) {
        int contexts = 0;
        for (int context = 0; context < factor.contexts(); context++) {
            contexts += factor.isPaired(levels, context) ? 1 : 0;
        }
        double[] logarithms = logarithms(levels);
        Optional<Tests> tests = logarithms.length == 0 ? Optional.empty() : Optional.of(tests(logarithms));
        int direction = tests.map(Tests::direction).orElse(0);
        return new EffectRow(
                factor.region(),
                factor.factor().name(),
                factor.factor().levels().get(levels.a()),
                factor.factor().levels().get(levels.b()),
                contexts,
                logarithms.length,
                tests,
                direction == 0 ? 0 : family.toldApart(pair, -direction));
    }

    /** Of each replica that has both levels in any context, the median over these. */
    private double[] logarithms(Levels levels) {
        double[] medians = new double[factor.errors().replicas()];
        int replicas = 0;
        double[] ofContexts = new double[factor.contexts()];
        for (int replica = 0; replica < medians.length; replica++) {
            int there = 0;
            for (int context = 0; context < ofContexts.length; context++) {
                if (factor.isPaired(levels, context, replica)) {
                    ofContexts[there++] = factor.difference(levels, context, replica);
                }
            }
            if (there > 0) {
                medians[replicas++] = LogRatio.median(Arrays.copyOf(ofContexts, there));
            }
        }
        return Arrays.copyOf(medians, replicas);
    }

    /** Not adjusted yet. */
    private static Tests tests(double[] logarithms) {
        HodgesLehmann centre = HodgesLehmann.of(logarithms);
        double p = SignedRank.test(logarithms).p();
        return new Tests(
                LogRatio.ratio(centre.estimate()), LogRatio.ratio(centre.low()), LogRatio.ratio(centre.high()), p, p);
    }

    private static List<EffectRow> adjusted(List<EffectRow> rows) {
        double[] adjusted = Holm.adjust(rows.stream()
                .flatMap(row -> row.tests().stream())
                .mapToDouble(Tests::p)
                .toArray());
        List<EffectRow> adjustedRows = new ArrayList<>(rows.size());
        int tested = 0;
        for (EffectRow row : rows) {
            adjustedRows.add(row.tests().isEmpty() ? row : row.withPAdjusted(adjusted[tested++]));
        }
        return adjustedRows;
    }
}

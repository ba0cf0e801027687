package dev.parabola.core.statistics;

import dev.parabola.core.study.Factor;
import java.util.ArrayList;
import java.util.List;

/** One compared factor in one region: each of its levels in each context, a combination of the other compared factors' levels. */
final class FactorContexts {
    private final ComparedCells cells;
    private final int region;
    private final int factor;

    FactorContexts(ComparedCells cells, int region, int factor) {
        this.cells = cells;
        this.region = region;
        this.factor = factor;
    }

    /** Two levels of the factor by their numbers. */
    record Levels(int a, int b) {}

    /** Each two levels, the first before the second, in the study's order. */
    List<Levels> pairs() {
        List<Levels> pairs = new ArrayList<>();
        for (int a = 0; a < levels(); a++) {
            for (int b = a + 1; b < levels(); b++) {
                pairs.add(new Levels(a, b));
            }
        }
        return pairs;
    }

    /** How many contexts there are. */
    int contexts() {
        return Math.toIntExact(cells.combinations().count() / levels());
    }

    /** The number of the combination that has a level in a context. */
    int combination(int level, int context) {
        Combinations combinations = cells.combinations();
        return (int) (combinations.first(factor, context) + level * combinations.stride(factor));
    }

    /** The number of the cell that is compared for a level in a context. */
    long cell(int level, int context) {
        return cells.cell(combination(level, context));
    }

    /** The errors in the region, by the numbers of the combinations. */
    RegionErrors errors() {
        return cells.errors(region);
    }

    /** Whether the region exists in both cells that have one of two levels in a context. */
    boolean exists(Levels levels, int context) {
        return errors().exists(combination(levels.a(), context)) && errors().exists(combination(levels.b(), context));
    }

    /** Whether any replica has trials of both levels in a context. */
    boolean isPaired(Levels levels, int context) {
        for (int replica = 0; replica < errors().replicas(); replica++) {
            if (isPaired(levels, context, replica)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a replica has trials of both levels in a context. */
    boolean isPaired(Levels levels, int context, int replica) {
        return errors().isPaired(combination(levels.a(), context), combination(levels.b(), context), replica);
    }

    /** Of a replica that has both the logarithm of the ratio of the level a's error to the level b's. */
    double difference(Levels levels, int context, int replica) {
        return errors().difference(combination(levels.a(), context), combination(levels.b(), context), replica);
    }

    /** Two cells with these levels, the level a first, paired by replica. */
    PairedErrors paired(Levels levels, int context) {
        return PairedErrors.of(errors(), combination(levels.a(), context), combination(levels.b(), context));
    }

    String region() {
        return cells.study().regionNames().get(region);
    }

    Factor factor() {
        return cells.study().factors().get(factor);
    }

    private int levels() {
        return factor().levels().size();
    }
}

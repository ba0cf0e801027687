package dev.parabola.core.statistics;

import dev.parabola.api.Plugin;
import dev.parabola.api.math.Elementary;
import dev.parabola.core.data.SampleDraw;
import dev.parabola.core.data.Samples;
import dev.parabola.core.data.TargetValues;
import dev.parabola.core.data.UndefinedTargetException;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.results.Quantiles;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether the training data could as well come from one of the study's alternatives. With Gaussian noise of standard deviation σ the log-likelihood
 * ratio of target t against alternative a is Σ ((y − a(x))² − (y − t(x))²) / 2σ² over the training points; below ln 20 the data do not tell
 * them apart: R. Royall, "Statistical Evidence: A Likelihood Paradigm" (1997), between his "fairly strong" 8 and "strong" 32. Without noise only a
 * function that agrees at every point could have made the data; one that agrees there but for rounding could have whatever the noise.
 */
final class Alternatives {
    /** What the ratio must exceed to tell two functions apart. */
    static final double LIMIT = Elementary.log(20);

    /** Of the target's standard deviation: functions that differ by less at every training point are the same there. */
    private static final double SAME = 1e-9;

    private static final int MOST_KEPT = 16;

    private final long seed;
    private final int replicas;
    private final List<Target> functions;
    /** Data sets that cells share: the latest. */
    private final Map<Key, List<Ratios>> kept = Latest.of(MOST_KEPT);

    private record Key(Plugin target, DataSettings data) {}

    /** A log-likelihood ratio per replica. */
    private record Ratios(Target alternative, double[] ofReplicas) {}

    /**
     * The alternative that fits best.
     *
     * @param name how the manifest names it
     * @param replicas in how many of the judged replicas it fits the data as well as the target
     * @param medianRatio the median log-likelihood ratio
     */
    record Rival(String name, int replicas, double medianRatio) {}

    /** The alternatives of a study with this seed and number of replicas. */
    Alternatives(long seed, int replicas, List<Target> functions) {
        this.seed = seed;
        this.replicas = replicas;
        this.functions = List.copyOf(functions);
    }

    /**
     * The alternatives of a cell, those that differ from its target and have as many inputs.
     *
     * @param cell the cell
     * @param judged the replicas that count
     * @return for each alternative how it fares
     */
    List<Rival> of(Cell cell, List<Integer> judged) {
        if (functions.isEmpty() || judged.isEmpty()) {
            return List.of();
        }
        List<Rival> rivals = new ArrayList<>();
        for (Ratios ratios :
                kept.computeIfAbsent(new Key(cell.target().function(), cell.data()), key -> ratios(cell))) {
            double[] sample = judged.stream()
                    .mapToDouble(replica -> ratios.ofReplicas()[replica])
                    .toArray();
            int close = 0;
            for (double ratio : sample) {
                close += ratio < LIMIT ? 1 : 0;
            }
            rivals.add(new Rival(ratios.alternative().text(), close, new Quantiles(sample).at(0.5)));
        }
        return rivals;
    }

    private List<Ratios> ratios(Cell cell) {
        TargetValues target = TargetValues.of(cell.target());
        List<Ratios> ratios = new ArrayList<>();
        for (Target alternative : functions) {
            if (alternative.inputs() == cell.target().inputs()
                    && !alternative.function().equals(cell.target().function())) {
                ratios.add(new Ratios(alternative, new double[replicas]));
            }
        }
        if (ratios.isEmpty()) {
            return List.of();
        }
        int dimensions = cell.target().inputs();
        for (int replica = 0; replica < replicas; replica++) {
            Samples samples;
            try {
                samples = SampleDraw.draw(seed, replica, cell.data(), target);
            } catch (UndefinedTargetException e) {
                // Its trial has failed and will not be asked for.
                continue;
            }
            double[] truth = target.at(samples.inputs(), dimensions);
            for (Ratios rival : ratios) {
                rival.ofReplicas()[replica] = ratio(
                        samples.outputs(),
                        truth,
                        values(rival.alternative(), samples.inputs()),
                        cell.data().noise());
            }
        }
        return ratios;
    }

    /** What a plugin does not answer it cannot have made. */
    private static double[] values(Target alternative, double[] inputs) {
        try {
            return TargetValues.of(alternative).at(inputs, alternative.inputs());
        } catch (PluginFault e) {
            double[] none = new double[inputs.length / alternative.inputs()];
            Arrays.fill(none, Double.NaN);
            return none;
        }
    }

    private static double ratio(double[] outputs, double[] truth, double[] other, double noise) {
        if (areTheSame(truth, other)) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double here = outputs[i] - other[i];
            double there = outputs[i] - truth[i];
            sum += here * here - there * there;
        }
        if (Double.isNaN(sum)) {
            return Double.POSITIVE_INFINITY;
        }
        return sum / (2 * noise * noise);
    }

    /** Whether nothing but rounding tells two functions apart at these points, so that no noise is too small to hide it. */
    private static boolean areTheSame(double[] truth, double[] other) {
        double limit = SAME * new Samples(truth, truth).outputDeviation();
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] != other[i] && !(Math.abs(truth[i] - other[i]) < limit)) {
                return false;
            }
        }
        return true;
    }
}

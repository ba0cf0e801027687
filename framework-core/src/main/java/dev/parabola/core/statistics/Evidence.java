package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.HealthText;
import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.statistics.Alternatives.Rival;
import dev.parabola.core.statistics.LearningCurves.Curve;
import dev.parabola.core.study.Success;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Everything measured that a cell's verdict and its cause rest on.
 *
 * @param trials the cell's trials
 * @param regionNames the names of the study's regions
 * @param inside the place of the region inside among them
 * @param success when a trial has learned a region
 * @param circumstances what the networks were given; empty where the cell's levels do not fit together
 * @param rivals how the alternatives fare
 * @param floor a lower bound of the error inside of any network of this shape, where one is known
 * @param hiddenUnits the number of hidden units, where their kinks are known
 * @param curves the learning curves by the numbers of the trials, where they were looked at
 * @param place where the error inside sits, if in a small part, where that was looked at
 * @param slopes how steep target and predictions are at the far ends, where that was looked at
 * @param tuningEdges the tuned levels at the edge of what was tried
 */
record Evidence(
        CellTrials trials,
        List<String> regionNames,
        int inside,
        Success success,
        Optional<Circumstances> circumstances,
        List<Rival> rivals,
        OptionalDouble floor,
        Optional<Integer> hiddenUnits,
        Map<Long, Curve> curves,
        Optional<ErrorPlace> place,
        Optional<OuterSlopes> slopes,
        List<String> tuningEdges) {

    /** A region that exists in the cell. */
    record NamedRegion(String name, RegionSummary summary) {
        Majority learned() {
            return Majority.of(summary.successes(), summary.trials());
        }
    }

    Optional<NamedRegion> insideRegion() {
        return region(inside);
    }

    /** The other regions that exist in the cell. */
    List<NamedRegion> others() {
        List<NamedRegion> others = new ArrayList<>();
        for (int region = 0; region < regionNames.size(); region++) {
            if (region != inside) {
                region(region).ifPresent(others::add);
            }
        }
        return others;
    }

    int judged() {
        return trials.judged().size();
    }

    Majority broken() {
        return Majority.of(trials.broken(), judged());
    }

    /** How many trials fit their training points as well as one that has learned could, and have not learned inside. */
    int byHeart() {
        return count(row -> fitsItsData(row) && !hasLearned(row));
    }

    /** Whether nothing that was judged lies outside the training data, so that what was not learned there can have been seen. */
    boolean sawInside() {
        return circumstances.map(there -> !there.insideIsWider()).orElse(true);
    }

    /** How many trials had learned inside at a checkpoint, and had not at the end. */
    int lost() {
        return count(row -> !hasLearned(row)
                && score(row).map(Score::firstSuccess).isPresent()
                && score(row).orElseThrow().firstSuccess().isPresent());
    }

    /** The alternative that fits the data in the most replicas, if it does so more often than not. */
    Optional<Rival> undecided() {
        return rivals.stream()
                .filter(rival -> Majority.of(rival.replicas(), judged()) == Majority.MOST)
                .reduce((best, other) -> other.replicas() > best.replicas() ? other : best);
    }

    boolean hasLearned(TrialRow row) {
        return score(row).map(Score::success).orElse(false);
    }

    /** What a trial came to inside. */
    Optional<Score> score(TrialRow row) {
        return row.regions().get(inside);
    }

    /** What the judged trials came to in a region. */
    List<Score> scores(NamedRegion region) {
        int place = regionNames.indexOf(region.name());
        return trials.judged().stream()
                .flatMap(row -> row.regions().get(place).stream())
                .toList();
    }

    /** What the trials that completed without learning inside came to there. */
    List<Score> scoresOfUnlearned() {
        return unlearned().stream().flatMap(row -> score(row).stream()).toList();
    }

    int count(Predicate<TrialRow> what) {
        return (int) trials.judged().stream().filter(what).count();
    }

    int countOf(String finding) {
        return count(row -> HealthText.has(row.health(), finding));
    }

    /** The trials whose failure is to be explained: those that completed and have not learned inside. */
    List<TrialRow> unlearned() {
        return trials.completed().stream().filter(row -> !hasLearned(row)).toList();
    }

    /** The curves of those, where they were looked at. */
    Stream<Curve> curvesOfUnlearned() {
        return curvesOf(unlearned());
    }

    /** The median of a figure over these curves; empty where there is none. */
    OptionalDouble medianOfUnlearned(ToDoubleFunction<Curve> figure) {
        return median(curvesOfUnlearned().mapToDouble(figure).toArray());
    }

    /** The median learning rate at the last checkpoint of the trials that diverged. */
    OptionalDouble rateAtDivergence() {
        List<TrialRow> diverged = trials.judged().stream()
                .filter(row -> row.status() == Status.DIVERGED)
                .toList();
        return median(curvesOf(diverged).mapToDouble(Curve::lastRate).toArray());
    }

    private Stream<Curve> curvesOf(List<TrialRow> rows) {
        return rows.stream().map(row -> curves.get(row.trial())).filter(Objects::nonNull);
    }

    static OptionalDouble median(double... sample) {
        return sample.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(new Quantiles(sample).at(0.5));
    }

    private boolean fitsItsData(TrialRow row) {
        double noise = circumstances.map(Circumstances::noise).orElse(0.0);
        Optional<Double> limit = score(row).map(this::limit);
        return limit.isPresent()
                && !hardlyChanged(row)
                && Math.sqrt(row.trainMse().orElse(Double.NaN))
                        <= Math.sqrt(noise * noise + limit.orElseThrow() * limit.orElseThrow());
    }

    /** Whether training left a trial's loss nearly as it was: what it fits it then fits by chance, as where its points miss the large outputs. */
    private boolean hardlyChanged(TrialRow row) {
        Curve curve = curves.get(row.trial());
        return curve != null && curve.lastLoss() > Cause.HARDLY_BEGAN * curve.firstLoss();
    }

    /** The largest root mean squared error inside with which a trial can have learned it; NaN of one that diverged. */
    private double limit(Score score) {
        double limit = Double.POSITIVE_INFINITY;
        double nrmse = score.nrmse().orElse(0);
        if (success.nrmse().isPresent() && nrmse > 0) {
            limit = success.nrmse().getAsDouble() * (score.rmse() / nrmse);
        }
        limit = Math.min(limit, success.rmse().orElse(Double.POSITIVE_INFINITY));
        return Math.min(limit, success.maxError().orElse(Double.POSITIVE_INFINITY));
    }

    private Optional<NamedRegion> region(int region) {
        return trials.regions().get(region).map(summary -> new NamedRegion(regionNames.get(region), summary));
    }
}

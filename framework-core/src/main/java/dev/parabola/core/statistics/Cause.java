package dev.parabola.core.statistics;

import dev.parabola.core.results.HealthText;
import dev.parabola.core.results.HealthText.UnitFinding;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.statistics.Evidence.NamedRegion;
import dev.parabola.core.statistics.Fact.Count;
import dev.parabola.core.statistics.LearningCurves.Curve;
import dev.parabola.core.study.Success;
import dev.parabola.core.training.TrialResult.Score;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** What stands behind a verdict: measured facts, most telling first, and none that does not explain it. */
final class Cause {
    /** An error inside below that share of the one at half the steps says that training was ended early. */
    private static final double STILL_IMPROVING = 0.9;

    /** An error inside above so many times the least of all checkpoints says that training was ended late. */
    private static final double WORSENED = 1.5;

    /** A training loss above that share of the first says that training hardly began. */
    static final double HARDLY_BEGAN = 0.9;

    /** A training loss above that share of the first has not begun, wherever it is. */
    private static final double NOT_AT_ALL = 0.99;

    /** A training loss below so many times the variance of the outputs is about that of a constant. */
    private static final double AT_THE_CONSTANT = 1.1;

    /** From there on a network is called no better than a constant, or hardly. */
    private static final double LIKE_A_CONSTANT = 0.95;

    /** A training error above so many times the noise has other reasons. */
    private static final double LIKE_THE_NOISE = 1.2;

    /** Alternatives beyond that number are left out. */
    private static final int MOST_RIVALS = 3;

    /** So few training points leave much open. */
    private static final int FEW_POINTS = 10;

    /** So few steps are worth a word. */
    private static final long FEW_STEPS = 20;

    /** A rate that can make a network diverge in one step. */
    private static final double SUSPICIOUS_RATE = 1;

    /** An error of so many times the noise is not the noise's. */
    private static final double MUCH_NOISE = 2;

    private final Evidence evidence;
    private final List<Fact> facts = new ArrayList<>();

    private Cause(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The facts behind a cell's verdict. */
    static List<Fact> of(Evidence evidence, Verdict verdict) {
        Cause cause = new Cause(evidence);
        cause.tell(verdict);
        return cause.facts;
    }

    private void tell(Verdict verdict) {
        switch (verdict) {
            case BROKEN -> {
                brokenTrials();
                sizes();
                illUnits();
                rivals();
            }
            case UNDECIDABLE -> {
                rivals();
                if (insideIs(Majority.MOST)) {
                    break;
                }
                failure();
            }
            case LEARNED -> {
                insideIsWider();
                if (evidence.circumstances().filter(there -> !there.beyond()).isPresent()) {
                    facts.add(new Fact.NothingBeyond());
                }
                floor(true);
                rivals();
            }
            case INTERPOLATES -> {
                insideIsWider();
                evidence.slopes().ifPresent(slopes -> facts.add(new Fact.Slopes(slopes.ends())));
                if (evidence.slopes().isEmpty()) {
                    missed(Majority.FEW);
                }
                floor(true);
                kinks();
                rivals();
            }
            case MEMORIZES -> {
                byHeart();
                fewPoints();
                late();
                brokenTrials();
                rivals();
            }
            case UNDERFITS -> {
                failure();
                rivals();
            }
            case OPEN -> {
                unsettled();
                if (!insideIs(Majority.MOST) && evidence.judged() > evidence.count(evidence::hasLearned)) {
                    failure();
                }
                rivals();
            }
        }
        int failed = evidence.trials().count(Status.FAILED);
        if (failed > 0) {
            facts.add(new Fact.Failed(failed, evidence.trials().all().size()));
        }
        evidence.tuningEdges().forEach(edge -> facts.add(new Fact.AtTheEdge(edge)));
    }

    private boolean insideIs(Majority learned) {
        return evidence.insideRegion()
                .filter(region -> region.learned() == learned)
                .isPresent();
    }

    /** Why inside is not learned: what spoils training first, then what limits it, then what its units say. */
    private void failure() {
        brokenTrials();
        insideIsWider();
        if (2 * evidence.byHeart() > evidence.judged()) {
            facts.add(new Fact.FitsItsData(count(evidence.byHeart())));
        }
        fewPoints();
        boolean late = late();
        boolean constant = likeAConstant();
        boolean most = insideIs(Majority.FEW);
        if (!constant && !late && !evidence.unlearned().isEmpty()) {
            evidence.insideRegion()
                    .ifPresent(inside -> missed(inside, most ? evidence.scores(inside) : evidence.scoresOfUnlearned()));
        }
        boolean hardly = hardlyBegan();
        List<Fact> ill = hardly ? List.of() : UnitIllness.facts(evidence);
        if (constant || hardly || !ill.isEmpty()) {
            sizes();
        }
        if (!hardly) {
            fewSteps();
        }
        if (!late && !hardly) {
            progress();
        }
        noise();
        if (most) {
            evidence.place()
                    .filter(place -> !constant || place.why().isPresent())
                    .ifPresent(place -> facts.add(new Fact.Concentrated(place)));
            floor(!hardly && !constant);
        }
        facts.addAll(ill);
        if (most && !hardly && !constant && !late) {
            kinks();
        }
        if (evidence.count(evidence::hasLearned) > 0 && !most) {
            int trials = evidence.unlearned().size();
            facts.replaceAll(fact -> fact instanceof Fact.OfUnlearned ? new Fact.Among(trials, fact) : fact);
        }
    }

    private void fewPoints() {
        evidence.circumstances()
                .map(Circumstances::samples)
                .filter(samples -> samples <= FEW_POINTS)
                .ifPresent(samples -> facts.add(new Fact.FewPoints(samples)));
    }

    private void fewSteps() {
        evidence.circumstances()
                .filter(there -> there.steps() <= FEW_STEPS)
                .ifPresent(there -> facts.add(new Fact.FewSteps(there.steps(), there.learningRate())));
    }

    /** Trials that ended with no network to speak of. */
    private void brokenTrials() {
        divergence();
        Optional<Circumstances> there = evidence.circumstances();
        int exploded = evidence.countOf(HealthText.EXPLODED);
        if (exploded > 0) {
            facts.add(new Fact.Exploded(
                    count(exploded), there.map(Circumstances::learningRate).orElse(Double.NaN)));
        }
        int constant = evidence.countOf(HealthText.CONSTANT_OUTPUT);
        if (constant > 0) {
            facts.add(new Fact.Constant(
                    count(constant),
                    evidence.count(row -> HealthText.has(row.health(), HealthText.CONSTANT_OUTPUT)
                            && HealthText.has(row.health(), HealthText.BORN_DEAD)),
                    there.map(Circumstances::learningRate).orElse(Double.NaN)));
        }
        int untouched = evidence.countOf(HealthText.UNTOUCHED);
        if (untouched > 0) {
            facts.add(new Fact.Untouched(
                    count(untouched),
                    there.map(Circumstances::steps).orElse(0L),
                    there.map(Circumstances::learningRate).orElse(Double.NaN)));
        }
    }

    private void divergence() {
        List<TrialRow> diverged = evidence.trials().judged().stream()
                .filter(row -> row.status() == Status.DIVERGED)
                .toList();
        if (diverged.isEmpty()) {
            return;
        }
        List<String> findings = diverged.stream()
                .flatMap(row -> HealthText.notFinite(row.health()).stream())
                .toList();
        if (!findings.isEmpty()) {
            facts.add(new Fact.NotFinite(count(findings.size()), findings.get(0)));
        }
        if (findings.size() == diverged.size()) {
            return;
        }
        Optional<Circumstances> overflow = evidence.circumstances().filter(Circumstances::overflows);
        overflow.flatMap(Circumstances::sizes)
                .ifPresent(sizes -> facts.add(new Fact.Overflow(sizes.seen(), precision(overflow.orElseThrow()))));
        double[] steps = diverged.stream()
                .filter(row -> HealthText.notFinite(row.health()).isEmpty())
                .mapToDouble(TrialRow::steps)
                .toArray();
        facts.add(new Fact.Diverged(
                count(steps.length),
                Evidence.median(steps).orElseThrow(),
                overflow.isPresent() || isAtOnce(steps) ? OptionalDouble.empty() : evidence.rateAtDivergence()));
    }

    /** No usual rate makes a network diverge in its first step. */
    private boolean isAtOnce(double... steps) {
        return Evidence.median(steps).orElseThrow() <= 1
                && evidence.rateAtDivergence().orElse(0) < SUSPICIOUS_RATE;
    }

    private static String precision(Circumstances there) {
        return switch (there.precision()) {
            case FLOAT64 -> "the largest float64";
            case FLOAT32 -> "the largest float32";
        };
    }

    /** Those that fit as well more often than not, or may. */
    private void rivals() {
        evidence.rivals().stream()
                .filter(rival -> Majority.of(rival.replicas(), evidence.judged()) == Majority.MOST)
                .limit(MOST_RIVALS)
                .forEach(rival -> facts.add(new Fact.AsWell(
                        rival.name(), count(rival.replicas()), OptionalDouble.of(rival.medianRatio()))));
        evidence.rivals().stream()
                .filter(rival -> Majority.of(rival.replicas(), evidence.judged()) == Majority.OPEN)
                .filter(rival -> rival.replicas() > 0)
                .forEach(rival ->
                        facts.add(new Fact.AsWell(rival.name(), count(rival.replicas()), OptionalDouble.empty())));
    }

    private void insideIsWider() {
        if (!evidence.sawInside()) {
            facts.add(new Fact.InsideIsWider());
        }
    }

    private void byHeart() {
        insideMedian().ifPresent(seen -> facts.add(new Fact.ByHeart(trainingError(), seen, noiseDeviation())));
    }

    private double trainingError() {
        return Math.sqrt(evidence.trials().trainMseMedian().orElse(Double.NaN));
    }

    private double noiseDeviation() {
        return evidence.circumstances().map(Circumstances::noise).orElse(0.0);
    }

    private void noise() {
        if (trainingError() <= LIKE_THE_NOISE * noiseDeviation()) {
            facts.add(new Fact.Noise(noiseDeviation(), trainingError()));
        }
    }

    /** Whether training went on too long, which is told. */
    private boolean late() {
        int lost = evidence.lost();
        boolean most = Majority.of(lost, evidence.judged()) == Majority.MOST;
        if (lost > 0 && (most || 2 * lost > evidence.judged())) {
            int learned = evidence.count(row -> firstSuccess(row) >= 0);
            long last = evidence.trials().judged().stream()
                    .mapToLong(this::firstSuccess)
                    .max()
                    .orElse(0);
            facts.add(new Fact.Lost(last, count(learned), count(evidence.count(evidence::hasLearned)), most));
            return true;
        }
        OptionalDouble ratio = evidence.medianOfUnlearned(curve -> curve.lastError() / curve.bestError());
        if (ratio.isPresent() && ratio.getAsDouble() >= WORSENED) {
            long step = (long) middle(
                    evidence.curvesOfUnlearned().mapToDouble(Curve::bestStep).toArray());
            if (step > 0) {
                facts.add(new Fact.Worsened(step, ratio.getAsDouble()));
                return true;
            }
        }
        return false;
    }

    /** The first checkpoint at which a trial had learned inside; -1 where there is none. */
    private long firstSuccess(TrialRow row) {
        return evidence.score(row).map(score -> score.firstSuccess().orElse(-1)).orElse(-1L);
    }

    /** Whether the error inside still falls, or no more. */
    private void progress() {
        OptionalDouble ratio = evidence.medianOfUnlearned(
                curve -> curve.steps() > 1 ? curve.lastError() / curve.halfError() : Double.NaN);
        if (ratio.isEmpty() || !Double.isFinite(ratio.getAsDouble())) {
            return;
        }
        long steps = evidence.circumstances().map(Circumstances::steps).orElse(0L);
        facts.add(
                ratio.getAsDouble() < STILL_IMPROVING
                        ? new Fact.Improving(ratio.getAsDouble())
                        : new Fact.Stalled(ratio.getAsDouble(), steps));
    }

    private boolean likeAConstant() {
        List<TrialRow> unlearned = evidence.unlearned();
        double[] errors = unlearned.stream()
                .flatMap(row -> evidence.score(row).stream())
                .flatMapToDouble(score -> score.nrmse().stream())
                .filter(Double::isFinite)
                .toArray();
        long like =
                Arrays.stream(errors).filter(error -> error >= LIKE_A_CONSTANT).count();
        if (errors.length == 0 || 2 * like <= errors.length) {
            return false;
        }
        facts.add(new Fact.NoBetterThanAConstant(Evidence.median(errors).orElseThrow()));
        return true;
    }

    /** Whether training hardly lowered its loss, less the noise's share of it; where that is nearly all, nobody can tell. */
    private boolean hardlyBegan() {
        if (evidence.circumstances().isEmpty()) {
            return false;
        }
        Circumstances there = evidence.circumstances().orElseThrow();
        double noise = there.noiseLoss();
        OptionalDouble first = evidence.medianOfUnlearned(Curve::firstLoss);
        OptionalDouble ratio = evidence.medianOfUnlearned(curve -> curve.lastLoss() / curve.firstLoss());
        OptionalDouble ofExcess =
                evidence.medianOfUnlearned(curve -> (curve.lastLoss() - noise) / (curve.firstLoss() - noise));
        if (ratio.isEmpty() || first.getAsDouble() < MUCH_NOISE * noise || !(ofExcess.getAsDouble() > HARDLY_BEGAN)) {
            return false;
        }
        if (ofExcess.getAsDouble() < NOT_AT_ALL && isAtTheConstant(there)) {
            return false;
        }
        if (evidence.countOf(HealthText.UNTOUCHED) < evidence.unlearned().size()) {
            facts.add(new Fact.HardlyBegan(ratio.getAsDouble(), there.steps(), there.learningRate()));
        }
        return true;
    }

    /** Whether the loss is about that of the best constant, where training may have stopped after a good beginning. */
    private boolean isAtTheConstant(Circumstances there) {
        OptionalDouble last = evidence.medianOfUnlearned(Curve::lastLoss);
        return there.sizes()
                .map(sizes -> sizes.outputDeviation() / sizes.scale())
                .filter(deviation -> last.getAsDouble() < AT_THE_CONSTANT * deviation * deviation)
                .isPresent();
    }

    private void sizes() {
        evidence.circumstances()
                .flatMap(Circumstances::sizes)
                .filter(sizes -> sizes.inputsTold() || sizes.outputsTold())
                .ifPresent(sizes -> facts.add(new Fact.NotScaled(sizes)));
    }

    /**
     * Left out where noise explains the error, and where only rounding would be compared; an error close to the bound has no other reason.
     *
     * @param anyRatio whether a ratio that is not close is worth telling
     */
    private void floor(boolean anyRatio) {
        Optional<Double> median = insideMedian();
        if (median.isEmpty() || evidence.floor().isEmpty()) {
            return;
        }
        double floor = evidence.floor().orElseThrow();
        double error = median.orElseThrow();
        boolean close = error < Fact.AboveFloor.CLOSE * floor;
        boolean telling = anyRatio && error > MUCH_NOISE * noiseDeviation();
        if (floor > 0 && error >= floor && (close || telling)) {
            facts.add(new Fact.AboveFloor(error / floor));
        }
    }

    private void kinks() {
        // A target that fewer pieces could follow needs no kinks.
        if (evidence.trials().completed().isEmpty() || !(evidence.floor().orElse(0) > 0)) {
            return;
        }
        evidence.hiddenUnits().ifPresent(units -> {
            double outside = middle(evidence.trials().completed().stream()
                    .mapToDouble(row -> HealthText.units(row.health()).stream()
                            .filter(found -> found.what().equals(HealthText.KINKS_OUTSIDE))
                            .mapToInt(UnitFinding::count)
                            .sum())
                    .toArray());
            facts.add(new Fact.Kinks(units - (int) outside, units));
        });
    }

    private void illUnits() {
        facts.addAll(UnitIllness.facts(evidence));
    }

    /** A count that a trial has: of an even number the lower middle one. */
    static double middle(double... sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    }

    private void unsettled() {
        if (evidence.judged() == 0) {
            return;
        }
        if (evidence.judged() < Majority.FEWEST_REPLICAS) {
            facts.add(new Fact.TooFewReplicas(evidence.judged()));
            return;
        }
        List<NamedRegion> regions = new ArrayList<>();
        evidence.insideRegion().ifPresent(regions::add);
        regions.addAll(evidence.others());
        regions.stream()
                .filter(region -> region.learned() == Majority.OPEN)
                .findFirst()
                .ifPresent(region -> facts.add(new Fact.Unsettled(
                        region.name(),
                        new Count(region.summary().successes(), region.summary().trials()),
                        Majority.replicasToTell(
                                region.summary().successes(), region.summary().trials()))));
    }

    private void missed(Majority learned) {
        evidence.others().stream()
                .filter(region -> region.learned() == learned)
                .forEach(region -> missed(region, evidence.scores(region)));
    }

    private void missed(NamedRegion region, List<Score> scores) {
        Success success = evidence.success();
        missed(region, "nrmse", success.nrmse(), scores.stream().flatMapToDouble(score -> score.nrmse().stream()));
        missed(region, "RMSE", success.rmse(), scores.stream().mapToDouble(Score::rmse));
        missed(region, "largest error", success.maxError(), scores.stream().mapToDouble(Score::maxError));
    }

    private void missed(NamedRegion region, String measure, OptionalDouble limit, DoubleStream errors) {
        OptionalDouble median = Evidence.median(errors.toArray());
        if (limit.isPresent() && median.isPresent() && median.getAsDouble() > limit.getAsDouble()) {
            facts.add(new Fact.Missed(region.name(), measure, median.getAsDouble(), limit.getAsDouble()));
        }
    }

    private Optional<Double> insideMedian() {
        return evidence.insideRegion()
                .map(region -> region.summary().rmseMedian())
                .filter(Double::isFinite);
    }

    private Count count(int some) {
        return new Count(some, evidence.judged());
    }
}

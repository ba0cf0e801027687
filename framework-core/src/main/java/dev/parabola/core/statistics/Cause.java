package dev.parabola.core.statistics;

import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.results.HealthText;
import dev.parabola.core.results.HealthText.UnitFinding;
import dev.parabola.core.results.Quantiles;
import dev.parabola.core.results.TrialRow;
import dev.parabola.core.results.Verdict;
import dev.parabola.core.statistics.Evidence.NamedRegion;
import dev.parabola.core.text.Numbers;
import dev.parabola.core.training.TrialResult.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The sentence behind a verdict: measured facts, most telling first, divided by semicolons. */
final class Cause {
    /** Less than that share of the loss at half the steps says that training was ended early. */
    private static final double STILL_IMPROVING = 0.9;

    /** Deep networks that are dead are dead in every layer. */
    private static final int MOST_LAYERS = 3;

    /** A share of a layer's units that is worth a word. */
    private static final double MANY = 0.25;

    private final Evidence evidence;
    private final List<String> facts = new ArrayList<>();

    private Cause(Evidence evidence) {
        this.evidence = evidence;
    }

    static String of(Evidence evidence, Verdict verdict) {
        Cause cause = new Cause(evidence);
        cause.tell(verdict);
        return String.join("; ", cause.facts);
    }

    private void tell(Verdict verdict) {
        switch (verdict) {
            case BROKEN -> {
                divergence();
                killing();
                illUnits();
            }
            case UNDECIDABLE -> rival();
            case LEARNED -> floor();
            case INTERPOLATES -> {
                slopes();
                floor();
                kinks();
            }
            case MEMORIZES -> {
                byHeart();
                someBroken();
                illUnits();
            }
            case UNDERFITS -> {
                someBroken();
                floor();
                improving();
                illUnits();
                kinks();
            }
            case OPEN -> {
                undecidedRegion();
                someBroken();
                improving();
                illUnits();
            }
        }
        if (verdict != Verdict.UNDECIDABLE) {
            openRivals();
        }
        int failed = evidence.trials().count(Status.FAILED);
        if (failed > 0) {
            facts.add(failed + " of " + evidence.trials().all().size() + " trials failed");
        }
        facts.addAll(evidence.tuningEdges());
    }

    private void divergence() {
        List<TrialRow> diverged = evidence.trials().judged().stream()
                .filter(row -> row.status() == Status.DIVERGED)
                .toList();
        if (diverged.isEmpty()) {
            return;
        }
        double step = median(diverged.stream().mapToDouble(TrialRow::steps).toArray());
        String rate = evidence.curves().stream()
                .flatMap(curves -> curves.rateAtDivergence().stream().boxed())
                .map(at -> ", at learning rate " + Numbers.rounded(at))
                .findFirst()
                .orElse("");
        facts.add(count(diverged.size()) + " diverged, at step " + Numbers.rounded(step) + " in the median" + rate);
    }

    private void killing() {
        killing(HealthText.CONSTANT_OUTPUT, "give the same answer everywhere");
        killing(HealthText.NEVER_UPDATED, "were never changed by training");
    }

    private void killing(String finding, String told) {
        int count = (int) evidence.trials().judged().stream()
                .filter(row ->
                        List.of(row.health().split(HealthText.DIVIDER, -1)).contains(finding))
                .count();
        if (count > 0) {
            facts.add(count(count) + " " + told);
        }
    }

    private void someBroken() {
        divergence();
        killing();
    }

    private void rival() {
        evidence.undecided()
                .ifPresent(rival -> facts.add(rival.name() + " fits the training data as well in "
                        + count(rival.replicas()) + " replicas: log-likelihood ratio "
                        + Numbers.rounded(rival.medianRatio()) + " in the median, below ln 20 = "
                        + Numbers.rounded(Alternatives.LIMIT)));
    }

    /** Alternatives of which these replicas cannot say whether they fit as well more often than not. */
    private void openRivals() {
        evidence.rivals().stream()
                .filter(rival -> Majority.of(rival.replicas(), evidence.judged()) == Majority.OPEN)
                .filter(rival -> rival.replicas() > 0)
                .forEach(rival -> facts.add(
                        rival.name() + " fits the training data as well in " + count(rival.replicas()) + " replicas"));
    }

    private void byHeart() {
        double trained = Math.sqrt(evidence.trials().trainMseMedian().orElse(Double.NaN));
        insideMedian()
                .ifPresent(seen -> facts.add("median RMSE inside " + Numbers.rounded(seen) + ", on the training points "
                        + Numbers.rounded(trained) + " (× " + Numbers.rounded(seen / trained) + ")"));
    }

    private void floor() {
        Optional<Double> median = insideMedian();
        if (median.isEmpty() || evidence.floor().isEmpty()) {
            return;
        }
        double floor = evidence.floor().orElseThrow();
        if (floor > 0) {
            facts.add("median RMSE inside is × " + Numbers.rounded(median.orElseThrow() / floor)
                    + " the least that this shape of network could reach");
        }
    }

    private void slopes() {
        if (evidence.outside().isEmpty()) {
            return;
        }
        evidence.slopes()
                .ifPresent(slopes -> facts.add("at the far ends the median network's slope is "
                        + Numbers.rounded(slopes.left()) + " and " + Numbers.rounded(slopes.right())
                        + ", the target's " + Numbers.rounded(slopes.targetLeft()) + " and "
                        + Numbers.rounded(slopes.targetRight())));
    }

    private void kinks() {
        evidence.hiddenUnits().ifPresent(units -> {
            double outside = median(completed().stream()
                    .mapToDouble(row -> HealthText.units(row.health()).stream()
                            .filter(found -> found.what().equals(HealthText.KINKS_OUTSIDE))
                            .mapToInt(UnitFinding::count)
                            .sum())
                    .toArray());
            facts.add(Numbers.rounded(units - outside) + " of " + units + " units have a kink inside the data");
        });
    }

    private void improving() {
        evidence.curves().stream()
                .flatMap(curves -> curves.improvement().stream().boxed())
                .filter(ratio -> ratio < STILL_IMPROVING)
                .findFirst()
                .ifPresent(ratio -> facts.add("still improving: the training loss at the end is × "
                        + Numbers.rounded(ratio) + " that at half the steps"));
    }

    /** Kinds of illness that strike many units of a layer, in the median trial. */
    private void illUnits() {
        List<TrialRow> completed = completed();
        Map<String, double[]> counts = new LinkedHashMap<>();
        Map<String, UnitFinding> examples = new LinkedHashMap<>();
        for (int trial = 0; trial < completed.size(); trial++) {
            for (UnitFinding found : HealthText.units(completed.get(trial).health())) {
                if (!found.what().equals(HealthText.KINKS_OUTSIDE)) {
                    String kind = found.layer() + found.what();
                    counts.computeIfAbsent(kind, key -> new double[completed.size()])[trial] = found.count();
                    examples.putIfAbsent(kind, found);
                }
            }
        }
        List<String> found = new ArrayList<>();
        examples.forEach((kind, example) -> {
            double median = median(counts.getOrDefault(kind, new double[1]));
            if (median >= MANY * example.units()) {
                found.add("in layer " + example.layer() + " " + Numbers.rounded(median) + " of " + example.units()
                        + " units are " + example.what());
            }
        });
        facts.addAll(found.subList(0, Math.min(found.size(), MOST_LAYERS)));
        if (found.size() > MOST_LAYERS) {
            facts.add("and so in " + (found.size() - MOST_LAYERS) + " cases more (layers.csv)");
        }
    }

    private void undecidedRegion() {
        if (evidence.judged() == 0) {
            return;
        }
        if (evidence.judged() < Majority.FEWEST_REPLICAS) {
            facts.add("too few replicas to tell: " + evidence.judged() + ", and " + Majority.FEWEST_REPLICAS
                    + " would be the fewest");
            return;
        }
        List<NamedRegion> regions = new ArrayList<>();
        evidence.insideRegion().ifPresent(regions::add);
        regions.addAll(evidence.outside());
        Predicate<NamedRegion> open = region -> region.learned() == Majority.OPEN;
        regions.stream().filter(open).findFirst().ifPresent(region -> {
            RegionSummary summary = region.summary();
            long needed = Majority.replicasToTell(summary.successes(), summary.trials());
            String learned = region.name() + " is learned in " + summary.successes() + "/" + summary.trials() + "; ";
            facts.add(learned
                    + (needed == Long.MAX_VALUE
                            ? "at a rate of one half no number of replicas would settle it"
                            : "at this rate about " + needed + " replicas would settle it"));
        });
    }

    private Optional<Double> insideMedian() {
        return evidence.insideRegion()
                .map(region -> region.summary().rmseMedian())
                .filter(Double::isFinite);
    }

    private List<TrialRow> completed() {
        return evidence.trials().judged().stream()
                .filter(row -> row.status() == Status.COMPLETED)
                .toList();
    }

    private String count(int some) {
        return some + "/" + evidence.judged();
    }

    private static double median(double[] sample) {
        return sample.length == 0 ? 0 : new Quantiles(sample).at(0.5);
    }
}

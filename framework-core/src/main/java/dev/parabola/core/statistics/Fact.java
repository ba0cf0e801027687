package dev.parabola.core.statistics;

import dev.parabola.core.statistics.Circumstances.Sizes;
import dev.parabola.core.statistics.OuterSlopes.End;
import dev.parabola.core.study.Study;
import dev.parabola.core.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something measured that stands behind a verdict. It is made of numbers; {@link #text} is the last step, to a person. */
sealed interface Fact {
    /** The fact in words, without a full stop. */
    String text();

    /** A ratio with three digits, or with as many after the point as tell it from 1. */
    private static String precise(double ratio) {
        double distance = Math.abs(ratio - 1);
        double digits = 1000;
        while (distance > 0 && distance * digits < 1 && digits < 1e15) {
            digits *= 10;
        }
        return digits == 1000 ? Numbers.rounded(ratio) : Numbers.setting(Math.rint(ratio * digits) / digits);
    }

    /** Two numbers with three digits, or with as many as tell them apart. */
    private static List<String> apart(double a, double b) {
        for (int digits = 3; digits < 17; digits++) {
            MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
            String first = Numbers.setting(new BigDecimal(a).round(context).doubleValue());
            String second = Numbers.setting(new BigDecimal(b).round(context).doubleValue());
            if (!first.equals(second)) {
                return List.of(first, second);
            }
        }
        return List.of(Numbers.setting(a), Numbers.setting(b));
    }

    /** Where something is: inside by its own name, elsewhere in a region. */
    private static String in(String region) {
        return region.equals(Study.INSIDE) ? region : "in " + region;
    }

    private static String steps(long steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }

    /** A fact about the trials that completed without learning inside; others are about all trials, or the cell. */
    sealed interface OfUnlearned extends Fact {}

    /** So many of so many trials. */
    record Count(int some, int all) {
        @Override
        public String toString() {
            return some + "/" + all;
        }
    }

    /** An activation that answered no number before training had begun. */
    record NotFinite(Count trials, String finding) implements Fact {
        @Override
        public String text() {
            return trials + " could not be trained at any rate: the " + finding + ", before the first update";
        }
    }

    /** Outputs whose squares are beyond the precision. */
    record Overflow(double largest, String precision) implements Fact {
        @Override
        public String text() {
            return "overflow: outputs as the network is to learn them reach " + Numbers.rounded(largest)
                    + ", and their squares are beyond " + precision + "; scale the outputs";
        }
    }

    /** Trials that diverged. */
    record Diverged(Count trials, double step, OptionalDouble rate) implements Fact {
        @Override
        public String text() {
            String when = step == 0
                    ? " diverged before the first step"
                    : " diverged, at step " + Numbers.rounded(step) + " in the median";
            return trials
                    + when
                    + (step > 0 && rate.isPresent() ? ", at learning rate " + Numbers.rounded(rate.getAsDouble()) : "");
        }
    }

    /** Trials that ended far worse than they began. */
    record Exploded(Count trials, double rate) implements Fact {
        @Override
        public String text() {
            return trials
                    + " exploded: the training error ended above its beginning and far beyond the outputs, at learning rate "
                    + Numbers.rounded(rate);
        }
    }

    /** Trials whose network answers the training points alike, and how many of these did so before the first step. */
    record Constant(Count trials, int born, double rate) implements Fact {
        @Override
        public String text() {
            String told = trials + " give the same answer everywhere they saw data";
            if (born == trials.some()) {
                return told + ", as they did before the first step";
            }
            return born > 0
                    ? told + ", " + born + " of them from the start"
                    : told + " after training at learning rate " + Numbers.rounded(rate);
        }
    }

    /** Trials that training did not change. */
    record Untouched(Count trials, long steps, double rate) implements Fact {
        @Override
        public String text() {
            return trials + " were untouched by training: " + Fact.steps(steps) + " at learning rate "
                    + Numbers.rounded(rate) + " left the training loss as it was";
        }
    }

    /** An alternative that might have made the data. */
    record AsWell(String name, Count replicas, OptionalDouble medianRatio) implements Fact {
        @Override
        public String text() {
            boolean same = medianRatio.isPresent() && medianRatio.getAsDouble() == 0;
            return name + " fits the training data as well in " + replicas + " replicas"
                    + (same ? ": it is the same as the target at every training point, but for rounding" : "")
                    + (medianRatio.isPresent() && medianRatio.getAsDouble() != 0
                            ? ": log-likelihood ratio " + Numbers.rounded(medianRatio.getAsDouble())
                                    + " in the median, below ln 20 = " + Numbers.rounded(Alternatives.LIMIT)
                            : "");
        }
    }

    /** That the region inside is more than the network saw. */
    record InsideIsWider() implements Fact {
        @Override
        public String text() {
            return "inside reaches beyond data.range, and what lies there was never seen";
        }
    }

    /** That nothing was examined beyond the data. */
    record NothingBeyond() implements Fact {
        @Override
        public String text() {
            return "nothing beyond the data was examined";
        }
    }

    /** Training points that are fitted better than the function. */
    record ByHeart(double trained, double seen, double noise) implements Fact {
        private static final double ROUNDING = 1e-9;

        @Override
        public String text() {
            return "median RMSE " + Numbers.rounded(seen) + " inside and " + Numbers.rounded(trained)
                    + " on the training points"
                    + (noise > 0
                            ? ", where the noise is σ = " + Numbers.rounded(noise)
                            : seen > trained && trained > ROUNDING * seen
                                    ? " (× " + Numbers.rounded(seen / trained) + ")"
                                    : "");
        }
    }

    /** Training outputs with noise. */
    record Noise(double noise, double trained) implements Fact {
        @Override
        public String text() {
            return "noise σ = " + Numbers.rounded(noise)
                    + " on the training outputs, which are fitted to a median RMSE of " + Numbers.rounded(trained);
        }
    }

    /** What was learned and lost again. */
    record Lost(long step, Count learned, Count kept, boolean most) implements Fact {
        @Override
        public String text() {
            return "learned by step " + step + " in " + learned + ", lost by the end in all but " + kept
                    + (most ? ": training longer makes it worse" : "");
        }
    }

    /** An error inside that has risen again. */
    record Worsened(long step, double ratio) implements OfUnlearned {
        @Override
        public String text() {
            return "the error inside was least near step " + step + ", and at the end it is × " + Numbers.rounded(ratio)
                    + " of that: training longer makes it worse";
        }
    }

    /** An error inside that still falls. */
    record Improving(double ratio) implements OfUnlearned {
        @Override
        public String text() {
            return "still improving: the error inside at the end is × " + Numbers.rounded(ratio)
                    + " that at half the steps";
        }
    }

    /** An error inside that does not fall any more. */
    record Stalled(double ratio, long steps) implements OfUnlearned {
        @Override
        public String text() {
            return "no longer improving: after " + Fact.steps(steps) + " the error inside is × "
                    + Numbers.rounded(ratio) + " that at half of them";
        }
    }

    /** Training points that most trials fit although they have not learned. */
    record FitsItsData(Count trials) implements Fact {
        @Override
        public String text() {
            return trials + " fit their training points all the same";
        }
    }

    /** Training points so few that many functions pass through them. */
    record FewPoints(int samples) implements Fact {
        @Override
        public String text() {
            return samples == 1 ? "there is one training point" : "there are only " + samples + " training points";
        }
    }

    /** A training of a handful of steps. */
    record FewSteps(long steps, double rate) implements Fact {
        @Override
        public String text() {
            return "training was " + Fact.steps(steps) + " at learning rate " + Numbers.rounded(rate);
        }
    }

    /** A fact about the trials that did not learn, where others did. */
    record Among(int trials, Fact fact) implements Fact {
        @Override
        public String text() {
            return fact.text()
                    + (trials == 1
                            ? " (in the one that did not learn)"
                            : " (in the " + trials + " that did not learn)");
        }
    }

    /** Networks that are as far from the target as its mean is. */
    record NoBetterThanAConstant(double nrmse) implements OfUnlearned {
        private static final double FAR_WORSE = 1.5;

        @Override
        public String text() {
            return "no better than a constant, " + (nrmse > FAR_WORSE ? "far worse" : "or hardly") + ": nrmse inside "
                    + Numbers.rounded(nrmse) + " in the median, where the target's mean has 1";
        }
    }

    /** A training loss that hardly fell. */
    record HardlyBegan(double ratio, long steps, double rate) implements OfUnlearned {
        @Override
        public String text() {
            String training = Fact.steps(steps) + " at learning rate " + Numbers.rounded(rate);
            String told = Fact.precise(ratio);
            if (told.equals("1")) {
                return "training hardly began: " + training + " left the training loss as it was";
            }
            return (ratio > 1 ? "training did not lower its loss: " : "training hardly began: ") + "after " + training
                    + " the training loss is × " + told + " the first";
        }
    }

    /** Data far from the size that networks are made for. */
    record NotScaled(Sizes sizes) implements Fact {
        @Override
        public String text() {
            List<String> what = new ArrayList<>();
            if (sizes.inputsTold()) {
                what.add("inputs (up to " + size(sizes.inputs()) + " in size)");
            }
            if (sizes.outputsTold()) {
                what.add("outputs (up to " + size(sizes.outputs()) + ", standard deviation "
                        + Numbers.rounded(sizes.outputDeviation()) + ")");
            }
            return String.join(" and ", what) + " are not scaled";
        }

        /** With a digit more than usual, for a number that ends a range. */
        private static String size(double largest) {
            return largest < 1e7 && largest > 0 ? Numbers.located(largest, largest / 100) : Numbers.rounded(largest);
        }
    }

    /** Where the error sits. */
    record Concentrated(ErrorPlace place) implements Fact {
        @Override
        public String text() {
            String why = place.why()
                    .map(oddity -> switch (oddity) {
                        case JUMP -> ", where the target jumps";
                        case PEAK -> ", where the target is much larger than elsewhere";
                        case STEEP -> ", where the target is much steeper than elsewhere";
                    })
                    .orElse("");
            return Math.floor(100 * place.share()) == 100
                    ? "all of the squared error" + where() + why
                    : Numbers.setting(Math.floor(100 * place.share())) + " % of the squared error" + where() + why;
        }

        private String where() {
            return " of the median prediction inside lies within " + Numbers.rounded(place.reach()) + " of x = "
                    + Numbers.located(place.centre(), place.reach());
        }
    }

    /** How far the error is from the lower bound. */
    record AboveFloor(double ratio) implements Fact {
        /** Nearer to the bound little is left to gain. */
        static final double CLOSE = 1.5;

        @Override
        public String text() {
            return "median RMSE inside is × " + Fact.precise(ratio) + " the lower bound for networks of this shape"
                    + (ratio < CLOSE ? ": no training would do much better" : "");
        }
    }

    /** How steep predictions end. */
    record Slopes(List<End> ends) implements Fact {
        /** Of their distance a hundredth is the digit that counts. */
        private static final int POINTS = 100;

        @Override
        public String text() {
            return "the median prediction's slope is "
                    + told(end -> Numbers.rounded(end.predicted()) + " at x = "
                            + Numbers.located(end.x(), POINTS * end.resolution()))
                    + ", the target's "
                    + told(end -> Numbers.rounded(end.target()));
        }

        private String told(Function<End, String> what) {
            return ends.stream().map(what).collect(Collectors.joining(" and "));
        }
    }

    /** Units that bend the function where the data is. */
    record Kinks(int inside, int units) implements Fact {
        @Override
        public String text() {
            return units == 1
                    ? (inside == 1 ? "the unit has its" : "the unit does not have its") + " kink inside the data"
                    : inside + " of " + units + " units " + (inside == 1 ? "has" : "have") + " a kink inside the data";
        }
    }

    /** Units of a layer that are ill. */
    record IllUnits(int layer, int count, int units, String illness) implements OfUnlearned {
        @Override
        public String text() {
            return "in layer " + layer + ", " + count + " of " + units + " units " + (count == 1 ? "is " : "are ")
                    + illness + " in the median trial";
        }
    }

    /** More of the same. */
    record MoreIllUnits(int layers) implements OfUnlearned {
        @Override
        public String text() {
            return "and so in " + layers + (layers == 1 ? " case" : " cases") + " more (layers.csv)";
        }
    }

    /** A limit of success that the median trial misses in a region. */
    record Missed(String region, String measure, double median, double limit) implements OfUnlearned {
        @Override
        public String text() {
            List<String> numbers = Fact.apart(median, limit);
            return "median " + measure + " " + numbers.get(0) + " " + Fact.in(region) + ", where " + numbers.get(1)
                    + " is asked";
        }
    }

    /** Replicas too few for any verdict. */
    record TooFewReplicas(int judged) implements Fact {
        @Override
        public String text() {
            return "too few replicas to tell: " + judged + ", and " + Majority.FEWEST_REPLICAS + " would be the fewest";
        }
    }

    /** A region of which these replicas cannot say whether it is learned more often than not. */
    record Unsettled(String region, Count learned, long needed) implements Fact {
        @Override
        public String text() {
            return region + " is learned in " + learned + "; "
                    + (needed == Long.MAX_VALUE
                            ? "at a rate of one half no number of replicas would settle it"
                            : "at this rate about " + needed + " replicas would settle it (with a chance of 80 %)");
        }
    }

    /** Trials that a plugin spoilt. */
    record Failed(int trials, int all) implements Fact {
        @Override
        public String text() {
            return trials + " of " + all + (all == 1 ? " trial" : " trials") + " failed";
        }
    }

    /** A tuned level at the edge of what was tried. */
    record AtTheEdge(String edge) implements Fact {
        @Override
        public String text() {
            return edge;
        }
    }
}

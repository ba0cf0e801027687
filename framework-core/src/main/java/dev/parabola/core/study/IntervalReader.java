package dev.parabola.core.study;

import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.problem.Position;
import dev.parabola.core.problem.Problems;
import dev.parabola.core.text.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads boxes: an interval that serves every input, or a list of one interval per input. */
final class IntervalReader {
    private static final String DEMAND = "an interval [low, high] or a list of one interval per input";

    private static final double FARTHEST_END = 1e300;

    private final Problems problems;
    private final Values values;

    IntervalReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    /** One interval, or one per input. */
    Optional<List<Interval>> read(Node node, String subject) {
        if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
            if (node instanceof Node.Sequence) {
                problems.add(node.position(), subject + " must be " + DEMAND + ", got an empty list");
                return Optional.empty();
            }
            return values.refuse(node, subject, DEMAND);
        }
        if (!(sequence.items().get(0) instanceof Node.Sequence)) {
            return interval(sequence, subject).map(List::of);
        }
        List<Interval> intervals = new ArrayList<>();
        for (Node item : sequence.items()) {
            Optional<Interval> interval = item instanceof Node.Sequence pair
                    ? interval(pair, subject)
                    : values.refuse(item, "each interval of " + subject, "a list [low, high]");
            interval.ifPresent(intervals::add);
        }
        return intervals.size() == sequence.items().size() ? Optional.of(List.copyOf(intervals)) : Optional.empty();
    }

    /** One interval for each of a target's inputs. */
    Optional<List<Interval>> perInput(List<Interval> intervals, Target target, String subject, Position where) {
        if (intervals.size() == target.inputs()) {
            return Optional.of(intervals);
        }
        if (intervals.size() == 1) {
            return Optional.of(Collections.nCopies(target.inputs(), intervals.get(0)));
        }
        problems.add(
                where,
                subject + " has " + intervals.size() + " intervals, but target " + target.text() + " has "
                        + target.inputs() + (target.inputs() == 1 ? " input" : " inputs")
                        + "; give one interval for all inputs" + (target.inputs() == 1 ? "" : " or one for each"));
        return Optional.empty();
    }

    private Optional<Interval> interval(Node.Sequence pair, String subject) {
        if (pair.items().size() != 2) {
            problems.add(
                    pair.position(),
                    subject + ": an interval is a list of two numbers [low, high], got "
                            + pair.items().size() + (pair.items().size() == 1 ? " item" : " items"));
            return Optional.empty();
        }
        OptionalDouble low = values.number(pair.items().get(0), subject);
        OptionalDouble high = values.number(pair.items().get(1), subject);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        Interval interval = new Interval(low.getAsDouble(), high.getAsDouble());
        if (interval.low() >= interval.high()) {
            problems.add(
                    pair.position(),
                    subject + ": the first end of an interval must be less than the second, got ["
                            + Numbers.setting(interval.low()) + ", " + Numbers.setting(interval.high()) + "]");
            return Optional.empty();
        }
        // The points between the ends are found by products of a thousand with them, in regions four times as wide.
        if (Math.max(Math.abs(interval.low()), Math.abs(interval.high())) > FARTHEST_END) {
            problems.add(
                    pair.position(),
                    subject + ": the ends of an interval may be up to " + Numbers.setting(FARTHEST_END) + " from 0");
            return Optional.empty();
        }
        return Optional.of(interval);
    }
}

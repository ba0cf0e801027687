package dev.parabola.core.study;

import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the points of a region: a list of numbers for one input, or a list of points with a number per input. */
final class PointReader {
    static final int MOST_POINTS = 1024;

    private static final String DEMAND = "training, a list of numbers, or a list of points such as [[0, 0], [0, 1]]";
    /** As far from 0 as the ends of intervals. */
    private static final double FARTHEST = 1e300;

    private final Problems problems;
    private final Values values;

    PointReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    /**
     * Points and what holds them.
     *
     * @param points at least one, all with as many coordinates
     * @param hull the least and the greatest coordinate of each input, which may be the same
     */
    record Points(RegionSettings.Listed points, List<Interval> hull) {}

    /** The points; empty if there was a mistake. */
    Optional<Points> read(Node node, String subject) {
        if (!(node instanceof Node.Sequence sequence)) {
            return values.refuse(node, subject, DEMAND);
        }
        List<Node> items = sequence.items();
        if (items.isEmpty() || items.size() > MOST_POINTS) {
            problems.add(
                    node.position(),
                    subject + " must be 1 to " + MOST_POINTS + " points, got "
                            + (items.isEmpty() ? "none" : Integer.toString(items.size())));
            return Optional.empty();
        }
        List<List<Double>> points = new ArrayList<>();
        for (Node item : items) {
            point(item, subject).ifPresent(points::add);
        }
        if (points.size() < items.size()) {
            return Optional.empty();
        }
        int coordinates = points.get(0).size();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).size() != coordinates) {
                problems.add(
                        items.get(i).position(),
                        subject + ": this point has " + points.get(i).size() + " coordinates, the first has "
                                + coordinates);
                return Optional.empty();
            }
        }
        return Optional.of(new Points(new RegionSettings.Listed(points), hull(points)));
    }

    private Optional<List<Double>> point(Node node, String subject) {
        List<Node> coordinates = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        List<Double> point = new ArrayList<>();
        for (Node coordinate : coordinates) {
            OptionalDouble number = values.number(
                    coordinate,
                    "each coordinate of " + subject,
                    value -> Math.abs(value) <= FARTHEST,
                    "at most 1e300 from 0");
            number.ifPresent(point::add);
        }
        if (coordinates.isEmpty()) {
            problems.add(node.position(), subject + ": a point has a coordinate for each input, got an empty list");
            return Optional.empty();
        }
        return point.size() == coordinates.size() ? Optional.of(point) : Optional.empty();
    }

    private static List<Interval> hull(List<List<Double>> points) {
        List<Interval> hull = new ArrayList<>();
        for (int d = 0; d < points.get(0).size(); d++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (List<Double> point : points) {
                low = Math.min(low, point.get(d));
                high = Math.max(high, point.get(d));
            }
            hull.add(new Interval(low, high));
        }
        return hull;
    }
}

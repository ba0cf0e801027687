package dev.parabola.core.study;

import dev.parabola.core.manifest.Excerpt;
import dev.parabola.core.manifest.Node;
import dev.parabola.core.manifest.Values;
import dev.parabola.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the section {@code regions}. */
final class RegionReader {
    static final String NAME = "[a-z][a-z0-9-]*";

    static final String TRAINING = "training";

    private static final int MAX_REGIONS = 100;
    private static final String TRAIN = "train";
    private static final Pattern NAMES = Pattern.compile(NAME);

    private final Problems problems;
    private final Values values;
    private final IntervalReader intervals;

    RegionReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
        this.intervals = new IntervalReader(problems);
    }

    /** The regions of every cell, or the default ones where the manifest has none. */
    Regions read(Node.Mapping root) {
        Optional<Node.Entry> entry = root.entry("regions");
        if (entry.isEmpty()) {
            return new Regions.Around();
        }
        List<RegionSettings> regions = new ArrayList<>();
        Node node = entry.orElseThrow().value();
        Optional<Node.Mapping> mapping = values.map(node, "regions", "a map of names and intervals");
        if (mapping.isPresent()) {
            List<Node.Entry> entries = mapping.orElseThrow().entries();
            for (Node.Entry region : entries) {
                checkName(region);
                region(region).ifPresent(regions::add);
            }
            if (mapping.orElseThrow().entry(Study.INSIDE).isEmpty()) {
                problems.add(
                        entry.orElseThrow().keyPosition(),
                        "regions has no 'inside'; it replaces the default regions, so write inside as well");
            }
            if (entries.size() > MAX_REGIONS) {
                problems.add(
                        entry.orElseThrow().keyPosition(),
                        "there are " + entries.size() + " regions; there may be " + MAX_REGIONS);
            }
        }
        return new Regions.Explicit(regions);
    }

    private void checkName(Node.Entry region) {
        if (region.key().equals(TRAIN)) {
            problems.add(
                    region.keyPosition(),
                    "no region may be called 'train', as the training data is; choose another name");
        } else if (!NAMES.matcher(region.key()).matches()) {
            problems.add(
                    region.keyPosition(),
                    "a region's name is a small letter, then small letters, digits and '-'; got "
                            + Excerpt.quoted(region.key()));
        }
    }

    private Optional<RegionSettings> region(Node.Entry entry) {
        String subject = "regions." + entry.key();
        if (!(entry.value() instanceof Node.Mapping mapping)) {
            return intervals
                    .read(entry.value(), subject)
                    .map(range -> new RegionSettings(
                            entry.key(), range, List.of(), true, entry.value().position()));
        }
        values.refuseUnknownKeys(mapping, subject, List.of("range", "except", "points"));
        Optional<Node.Entry> points = mapping.entry("points");
        if (points.isPresent()) {
            return points(entry.key(), mapping, points.orElseThrow().value());
        }
        Optional<List<Interval>> except = mapping.entry("except")
                .map(inner -> intervals.read(inner.value(), subject + ".except"))
                .orElse(Optional.of(List.of()));
        Optional<Node.Entry> range = mapping.entry("range");
        if (range.isEmpty()) {
            problems.add(mapping.position(), subject + " needs the key 'range' or 'points'");
            return Optional.empty();
        }
        Optional<List<Interval>> box = intervals.read(range.orElseThrow().value(), subject + ".range");
        return box.isPresent() && except.isPresent()
                ? Optional.of(new RegionSettings(
                        entry.key(),
                        box.orElseThrow(),
                        except.orElseThrow(),
                        true,
                        range.orElseThrow().value().position()))
                : Optional.empty();
    }

    private Optional<RegionSettings> points(String name, Node.Mapping mapping, Node node) {
        String subject = "regions." + name;
        boolean alone = true;
        for (String other : List.of("range", "except")) {
            Optional<Node.Entry> too = mapping.entry(other);
            too.ifPresent(entry -> problems.add(
                    entry.keyPosition(), subject + " has both points and " + other + "; points are a whole region"));
            alone &= too.isEmpty();
        }
        Optional<RegionSettings> region =
                node instanceof Node.Scalar scalar && scalar.text().equals(TRAINING)
                        ? Optional.of(new RegionSettings(
                                name, List.of(), List.of(), new RegionSettings.Training(), true, node.position()))
                        : new PointReader(problems)
                                .read(node, subject + ".points")
                                .map(listed -> new RegionSettings(
                                        name, listed.hull(), List.of(), listed.points(), true, node.position()));
        return alone ? region : Optional.empty();
    }
}

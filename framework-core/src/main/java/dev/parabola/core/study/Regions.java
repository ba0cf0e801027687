package dev.parabola.core.study;

import dev.parabola.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where trained networks are examined, before a cell's target and data are known. */
sealed interface Regions {
    /** The regions' names in order. */
    List<String> names();

    /**
     * The regions of a cell.
     *
     * @param target the cell's target
     * @param range the interval of each of its inputs
     * @param data the cell's data
     * @param problems where mistakes go
     * @return the regions; empty if there was a mistake
     */
    Optional<List<RegionSettings>> of(Target target, List<Interval> range, DataSettings data, Problems problems);

    /** Regions that the manifest gives; their boxes have one interval, or one per input. */
    record Explicit(List<RegionSettings> regions) implements Regions {
        @Override
        public List<String> names() {
            return regions.stream().map(RegionSettings::name).toList();
        }

        @Override
        public Optional<List<RegionSettings>> of(
                Target target, List<Interval> range, DataSettings data, Problems problems) {
            List<RegionSettings> resolved = new ArrayList<>(regions.size());
            for (RegionSettings region : regions) {
                resolve(region, target, range, problems).ifPresent(resolved::add);
            }
            return resolved.size() == regions.size() ? Optional.of(resolved) : Optional.empty();
        }

        private static Optional<RegionSettings> resolve(
                RegionSettings region, Target target, List<Interval> range, Problems problems) {
            if (region.points() instanceof RegionSettings.Training) {
                return Optional.of(
                        new RegionSettings(region.name(), range, List.of(), region.points(), true, region.position()));
            }
            if (region.points() instanceof RegionSettings.Listed listed) {
                return listed(region, listed, target, problems);
            }
            IntervalReader intervals = new IntervalReader(problems);
            String subject = "regions." + region.name();
            Optional<List<Interval>> box = intervals.perInput(region.range(), target, subject, region.position());
            Optional<List<Interval>> except = region.except().isEmpty()
                    ? Optional.of(List.of())
                    : intervals.perInput(region.except(), target, subject + ".except", region.position());
            if (box.isEmpty() || except.isEmpty()) {
                return Optional.empty();
            }
            if (!except.orElseThrow().isEmpty() && isInside(box.orElseThrow(), except.orElseThrow())) {
                problems.add(region.position(), subject + " is empty: all of its range lies inside except");
                return Optional.empty();
            }
            return Optional.of(new RegionSettings(
                    region.name(), box.orElseThrow(), except.orElseThrow(), true, region.position()));
        }

        private static Optional<RegionSettings> listed(
                RegionSettings region, RegionSettings.Listed listed, Target target, Problems problems) {
            int coordinates = listed.points().get(0).size();
            if (coordinates == target.inputs()) {
                return Optional.of(region);
            }
            problems.add(
                    region.position(),
                    "regions." + region.name() + ".points: each point has " + coordinates
                            + (coordinates == 1 ? " coordinate" : " coordinates") + ", but target " + target.text()
                            + " has " + target.inputs() + (target.inputs() == 1 ? " input" : " inputs"));
            return Optional.empty();
        }

        private static boolean isInside(List<Interval> box, List<Interval> except) {
            for (int i = 0; i < box.size(); i++) {
                if (box.get(i).low() <= except.get(i).low()
                        || box.get(i).high() >= except.get(i).high()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The default: the range of the data, and boxes of 2 and 4 times its size without the box before. */
    record Around() implements Regions {
        @Override
        public List<String> names() {
            return List.of(Study.INSIDE, "near", "far");
        }

        @Override
        public Optional<List<RegionSettings>> of(
                Target target, List<Interval> range, DataSettings data, Problems problems) {
            List<RegionSettings> regions = new ArrayList<>();
            List<Interval> before = List.of();
            double factor = 1;
            for (String name : names()) {
                double stretch = factor;
                List<Interval> box = range.stream()
                        .map(interval -> interval.stretched(stretch))
                        .toList();
                regions.add(new RegionSettings(name, box, before, false, data.rangePosition()));
                before = box;
                factor *= 2;
            }
            return Optional.of(regions);
        }
    }
}

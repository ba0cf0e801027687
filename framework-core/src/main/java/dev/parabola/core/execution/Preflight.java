package dev.parabola.core.execution;

import dev.parabola.api.Plugin;
import dev.parabola.core.data.Poles;
import dev.parabola.core.data.Region;
import dev.parabola.core.data.RegionPoints;
import dev.parabola.core.data.SampleDraw;
import dev.parabola.core.data.TargetValues;
import dev.parabola.core.data.UndefinedTargetException;
import dev.parabola.core.plugin.PluginFault;
import dev.parabola.core.problem.Problems;
import dev.parabola.core.study.Cell;
import dev.parabola.core.study.CellCheck;
import dev.parabola.core.study.DataSettings;
import dev.parabola.core.study.Interval;
import dev.parabola.core.study.RegionSettings;
import dev.parabola.core.study.Study;
import dev.parabola.core.study.Success;
import dev.parabola.core.study.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what would go wrong in training before anything is written: targets that are undefined where they are needed,
 * sizes that this machine cannot hold. What cells have in common is looked at once. Not thread-safe.
 */
public final class Preflight implements CellCheck {
    private static final int MOST_CORNERS = 1 << 12;
    private static final double USABLE_SHARE_OF_HEAP = 0.9;

    private final int threads;
    private final long heapBytes;
    private final Set<DataKey> dataSeen = new HashSet<>();

    /**
     * A check that has not looked at anything yet.
     *
     * @param threads the number of trials trained at once
     * @param heapBytes the memory that the program may use
     */
    public Preflight(int threads, long heapBytes) {
        this.threads = threads;
        this.heapBytes = heapBytes;
    }

    private record DataKey(Plugin target, List<Interval> range, List<RegionSettings> regions, boolean single) {}

    @Override
    public void checkData(
            Target target, DataSettings data, List<RegionSettings> regions, Success success, Problems problems) {
        if (data.sampling() == DataSettings.Sampling.GRID
                && SampleDraw.gridSide(data.samples(), target.inputs()) == 0) {
            problems.add(data.rangePosition(), SampleDraw.gridRefusal(data.samples(), target.inputs()));
        }
        if (dataSeen.add(new DataKey(target.function(), data.range(), regions, data.samples() == 1))) {
            checkDomain(target, data, regions, success, problems);
        }
    }

    @Override
    public void checkSize(Cell cell, Problems problems) {
        double needed = WorkEstimate.bytesPerTrial(cell) * (threads + 1);
        if (WorkEstimate.mostNumbers(cell) > Integer.MAX_VALUE) {
            problems.add(
                    cell.model().position(),
                    "networks and data of this size have more numbers than a Java array can hold; choose smaller sizes");
        } else if (needed > USABLE_SHARE_OF_HEAP * (double) heapBytes) {
            problems.add(
                    cell.model().position(),
                    "networks and data of this size need about " + gigabytes(needed)
                            + " GB of memory, and this Java may use " + gigabytes((double) heapBytes)
                            + " GB; choose smaller sizes, or give Java more with PARABOLA_JAVA_OPTS=-Xmx…");
        }
    }

    private static String gigabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e9);
    }

    private static void checkDomain(
            Target target, DataSettings data, List<RegionSettings> regions, Success success, Problems problems) {
        try {
            TargetValues values = TargetValues.of(target);
            requireDefinedOn(data.range(), target, values, problems);
            for (RegionSettings region : regions) {
                checkRegion(region, target, values, problems);
                if (region.name().equals(Study.INSIDE) && !success.canJudgeConstants()) {
                    refuseConstant(region, target, data, values, problems);
                }
            }
        } catch (PluginFault e) {
            // A plugin that throws is a finding of its trials, which fail; the others go on.
            return;
        }
    }

    private static void requireDefinedOn(List<Interval> range, Target target, TargetValues values, Problems problems) {
        RegionSettings whole = new RegionSettings("data.range", range, List.of(), true, target.position());
        try {
            for (int corner = 0; corner < Math.min(MOST_CORNERS, 1 << Math.min(range.size(), 30)); corner++) {
                values.requireDefined(corner(range, corner));
            }
            RegionPoints.of(whole, values).ifPresent(region -> refusePole(whole, region, values));
        } catch (UndefinedTargetException e) {
            problems.add(
                    target.position(),
                    "target " + target.text() + ": " + e.getMessage()
                            + ", within data.range; choose a range inside the target's domain");
        }
    }

    /** The corner whose coordinates are the upper ends where the number's binary digits are 1. */
    private static double[] corner(List<Interval> range, int number) {
        double[] point = new double[range.size()];
        for (int d = 0; d < point.length; d++) {
            boolean upper = d < 30 && (number >> d & 1) == 1;
            point[d] = upper ? range.get(d).high() : range.get(d).low();
        }
        return point;
    }

    private static void refusePole(RegionSettings settings, Region region, TargetValues values) {
        if (settings.range().size() == 1 && settings.points() instanceof RegionSettings.Spread) {
            Poles.requireNone(region.points(), values);
        }
    }

    /** An error relative to a spread of zero is infinite or nothing. */
    private static void refuseConstant(
            RegionSettings inside, Target target, DataSettings data, TargetValues values, Problems problems) {
        boolean training = inside.points() instanceof RegionSettings.Training;
        RegionSettings examined = training
                ? new RegionSettings(inside.name(), data.range(), List.of(), false, inside.position())
                : inside;
        boolean constant;
        try {
            constant = (training && data.samples() == 1)
                    || RegionPoints.of(examined, values).map(Region::isConstant).orElse(false);
        } catch (UndefinedTargetException e) {
            // Refused already.
            return;
        }
        if (constant) {
            problems.add(
                    target.position(),
                    "target " + target.text()
                            + " is constant inside, so there is no nrmse to judge by; say how large rmse or max_error may be, for example"
                            + " success: {rmse: 0.01}");
        }
    }

    private static void checkRegion(RegionSettings region, Target target, TargetValues values, Problems problems) {
        try {
            Optional<Region> points = RegionPoints.of(region, values);
            if (region.explicit()) {
                points.ifPresent(probed -> refusePole(region, probed, values));
            }
            if (points.isEmpty() && region.explicit() && !(region.points() instanceof RegionSettings.Training)) {
                problems.add(region.position(), "region " + region.name() + " has no point outside its 'except'");
            }
        } catch (UndefinedTargetException e) {
            problems.add(
                    region.position(),
                    "region " + region.name() + ": " + e.getMessage() + "; choose a region inside the domain of target "
                            + target.text());
        }
    }
}

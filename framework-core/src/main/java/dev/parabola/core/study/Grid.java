package dev.parabola.core.study;

import dev.parabola.core.manifest.Manifest;
import dev.parabola.core.problem.Problem;
import dev.parabola.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of a study: the product of its factors, the first slowest, each made when it is asked for. */
final class Grid {
    private final List<Variation> factors;
    private final Regions regions;
    private final Success success;
    private final Part<Target> target;
    private final Part<DataSettings> data;
    private final Part<ModelSettings> model;
    private final Part<TrainingSettings> training;
    private final long cells;

    Grid(
            Manifest manifest,
            PluginReader plugins,
            Regions regions,
            Success success,
            List<Variation> factors,
            long cells) {
        this.factors = factors;
        this.regions = regions;
        this.success = success;
        this.cells = cells;
        var root = manifest.root();
        var whole = manifest.position();
        this.target = new Part<>("target", root, factors, new TargetReader(whole, plugins)::read);
        this.data = new Part<>("data", root, factors, new DataReader(whole)::read);
        this.model = new Part<>("model", root, factors, new ModelReader(whole, plugins)::read);
        this.training = new Part<>("training", root, factors, new TrainingReader(whole, plugins)::read);
    }

    long cells() {
        return cells;
    }

    /** Adds what is wrong with the sections as the manifest writes them, also where factors replace it in every cell. */
    void checkBase(Problems problems) {
        for (Part<?> part : List.of(target, data, model, training)) {
            if (part.isWritten()) {
                addAll(part.base().problems(), problems);
            }
        }
    }

    /** The index of the cell in which a factor has one of its levels and all others have their first. */
    long index(int factor, int level) {
        long index = level;
        for (Variation faster : factors.subList(factor + 1, factors.size())) {
            index *= faster.levels().size();
        }
        return index;
    }

    /** A cell; empty if it has mistakes that the check does not find. */
    Optional<Cell> cell(long index, CellCheck check, Problems problems) {
        int[] levels = levels(index);
        Part.Outcome<Target> itsTarget = target.at(levels);
        Part.Outcome<DataSettings> itsData = data.at(levels);
        Part.Outcome<ModelSettings> itsModel = model.at(levels);
        Part.Outcome<TrainingSettings> itsTraining = training.at(levels);
        for (Part.Outcome<?> part : List.of(itsTarget, itsData, itsModel, itsTraining)) {
            addAll(part.problems(), problems);
        }
        if (itsTarget.value().isEmpty() || itsData.value().isEmpty()) {
            return Optional.empty();
        }
        Target function = itsTarget.value().orElseThrow();
        DataSettings settings = itsData.value().orElseThrow();
        Optional<List<Interval>> range = new IntervalReader(problems)
                .perInput(settings.range(), function, "data.range", settings.rangePosition());
        Optional<List<RegionSettings>> itsRegions =
                regions.of(function, range.orElse(settings.range()), settings, problems);
        if (range.isEmpty() || itsRegions.isEmpty()) {
            return Optional.empty();
        }
        DataSettings ranged = withRange(settings, range.orElseThrow());
        check.checkData(function, ranged, itsRegions.orElseThrow(), success, problems);
        if (itsModel.value().isEmpty() || itsTraining.value().isEmpty()) {
            return Optional.empty();
        }
        Cell cell = new Cell(
                index,
                texts(levels),
                function,
                ranged,
                itsRegions.orElseThrow(),
                itsModel.value().orElseThrow(),
                withBatchUpTo(itsTraining.value().orElseThrow(), settings.samples()));
        check.checkSize(cell, problems);
        return Optional.of(cell);
    }

    private int[] levels(long index) {
        int[] levels = new int[factors.size()];
        long rest = index;
        for (int i = levels.length - 1; i >= 0; i--) {
            int size = factors.get(i).levels().size();
            levels[i] = (int) (rest % size);
            rest /= size;
        }
        return levels;
    }

    /** The text of each factor's level in a cell. */
    List<String> texts(long index) {
        return texts(levels(index));
    }

    private List<String> texts(int[] levels) {
        List<String> texts = new ArrayList<>(levels.length);
        for (int i = 0; i < levels.length; i++) {
            texts.add(factors.get(i).levels().get(levels[i]).text());
        }
        return texts;
    }

    private static DataSettings withRange(DataSettings data, List<Interval> range) {
        return new DataSettings(
                data.samples(),
                range,
                data.sampling(),
                data.noise(),
                data.inputScaling(),
                data.outputScaling(),
                data.rangePosition());
    }

    private static TrainingSettings withBatchUpTo(TrainingSettings training, int samples) {
        return new TrainingSettings(
                training.optimizer(),
                training.scheduler(),
                training.learningRate(),
                training.duration(),
                Math.min(training.batch(), samples),
                training.precision());
    }

    private static void addAll(List<Problem> more, Problems problems) {
        more.forEach(problem -> problems.add(problem.where(), problem.message()));
    }
}

package dev.parabola.core.results;

import dev.parabola.core.data.Region;
import dev.parabola.core.execution.StudyRunner;
import dev.parabola.core.execution.TrialSink;
import dev.parabola.core.study.Study;
import dev.parabola.core.text.Counted;
import dev.parabola.core.training.TrialResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes the results of a run, in plan order, from one thread. The tables are on the disk when it is closed; the run is not
 * finished before its summary is written.
 */
public final class RunWriter implements TrialSink, AutoCloseable {
    private final RunFolder folder;
    private final TrialsCsv trials;
    private final HistoryCsv history;
    private final PredictionsCsv predictions;
    private final FitsCsv fits;
    private final SamplesCsv samples;
    private final AlternativesCsv alternatives;
    private final LayersCsv layers;
    private final BreakpointsCsv breakpoints;
    private final int inside;
    private final CsvFile timings;
    private long lastTrial = -1;
    private long count;

    RunWriter(RunFolder folder) {
        this.folder = folder;
        Path path = folder.path();
        Study study = folder.study();
        trials = new TrialsCsv(path, study);
        history = new HistoryCsv(path, study);
        predictions = new PredictionsCsv(path, study);
        fits = new FitsCsv(path, study);
        samples = new SamplesCsv(path, study);
        alternatives = new AlternativesCsv(path, study);
        layers = new LayersCsv(path);
        breakpoints = new BreakpointsCsv(path);
        inside = study.regionNames().indexOf(Study.INSIDE);
        timings = new CsvFile(RunFile.TIMINGS.in(path), Columns.timings());
        folder.log("study " + study.name() + ": " + Counted.of(study.cells(), "cell") + " of "
                + Counted.of(study.replicas(), "replica") + ", " + Counted.of(study.trials(), "trial"));
        if (study.cells() > StudyRunner.CELLS_WITH_PREDICTIONS) {
            folder.log(RunFile.PREDICTIONS.fileName() + ", " + RunFile.FITS.fileName() + ", "
                    + RunFile.SAMPLES.fileName() + " and " + RunFile.BREAKPOINTS.fileName() + " cover the first "
                    + StudyRunner.CELLS_WITH_PREDICTIONS + " of "
                    + study.cells() + " cells");
        }
    }

    /**
     * Adds a trial.
     *
     * @param result a trial with a greater number than the one before; with its portrait if it completed and its cell is one of
     *     the first {@link StudyRunner#CELLS_WITH_PREDICTIONS}
     * @param regions the regions of its cell, in the order of the study's; none if the cell could not be planned
     * @param timing what the trial took
     * @throws StorageException if a table cannot be written
     */
    @Override
    public void accept(TrialResult result, List<Optional<Region>> regions, Timing timing) {
        if (result.trial() <= lastTrial) {
            throw new IllegalArgumentException("trial " + result.trial() + " after trial " + lastTrial);
        }
        lastTrial = result.trial();
        count++;
        trials.add(result);
        history.add(result);
        if (result.cell() < StudyRunner.CELLS_WITH_PREDICTIONS) {
            predictions.add(result, regions);
            double error = result.regions().isEmpty()
                    ? Double.NaN
                    : result.regions().get(inside).map(TrialResult.Score::rmse).orElse(result.trainMse());
            fits.add(result, error);
            samples.add(result, error);
            alternatives.add(result.cell());
            breakpoints.add(result);
        }
        layers.add(result);
        timings.count(result.trial()).number(timing.seconds());
        timings.text(timing.thread()).text(timing.kernel()).endRow();
    }

    /**
     * Forces the tables to the disk.
     *
     * @throws StorageException if that fails
     */
    @Override
    public void close() {
        closeTables();
        folder.log(Counted.of(count, "trial") + " written");
    }

    private void closeTables() {
        try (trials;
                history;
                layers;
                breakpoints;
                timings;
                fits;
                samples;
                alternatives) {
            predictions.close();
        }
    }
}

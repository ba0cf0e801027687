package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import dev.parabola.core.training.TrialResult;
import java.nio.file.Path;

/**
 * Writes the results of a run, in plan order, from one thread. The tables are on the disk when it is closed; the run is not
 * finished before its summary is written. Memory holds the predictions of one cell at a time.
 */
public final class RunWriter implements AutoCloseable {
    /** Predictions are written for the cells before this one. */
    public static final long PREDICTED_CELLS = 200;

    private final RunFolder folder;
    private final TrialsCsv trials;
    private final HistoryCsv history;
    private final PredictionsCsv predictions;
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
        timings = new CsvFile(RunFile.TIMINGS.in(path), Columns.timings());
        folder.log("study " + study.name() + ": " + study.cells() + " cells of " + study.replicas() + " replicas, "
                + study.trials() + " trials");
        if (study.cells() > PREDICTED_CELLS) {
            folder.log(RunFile.PREDICTIONS.fileName() + " covers the first " + PREDICTED_CELLS + " of " + study.cells()
                    + " cells");
        }
    }

    /**
     * Says where the networks of a cell are examined, before its first trial is added. Needed for the first
     * {@link #PREDICTED_CELLS} cells only; of others nothing is written.
     *
     * @param points the points of the cell
     * @throws StorageException if what is written of the cell before cannot be written
     */
    public void begin(CellPoints points) {
        if (points.cell() < PREDICTED_CELLS) {
            predictions.begin(points);
        }
    }

    /**
     * Adds a trial.
     *
     * @param result a trial with a greater number than the one before; its predictions are needed for the first
     *     {@link #PREDICTED_CELLS} cells only
     * @throws StorageException if a table cannot be written
     */
    public void add(TrialResult result) {
        if (result.trial() <= lastTrial) {
            throw new IllegalArgumentException("trial " + result.trial() + " after trial " + lastTrial);
        }
        lastTrial = result.trial();
        count++;
        trials.add(result);
        history.add(result);
        if (result.cell() < PREDICTED_CELLS) {
            predictions.add(result);
        }
    }

    /**
     * Adds what a trial took.
     *
     * @param timing of any trial
     * @throws StorageException if the table cannot be written
     */
    public void add(Timing timing) {
        timings.count(timing.trial()).number(timing.seconds());
        timings.text(timing.thread()).text(timing.kernel()).endRow();
    }

    /**
     * Forces the tables to the disk.
     *
     * @throws StorageException if that fails
     */
    @Override
    public void close() {
        try (trials;
                history;
                predictions;
                timings) {
            folder.log(count + " trials written");
        }
    }
}

package dev.parabola.core.results;

import java.nio.file.Path;

/** The files of a run folder, in the order in which starting over removes them: what says that a run is finished goes first. */
public enum RunFile {
    /** A row for each cell. Its being there says that the run is finished. */
    SUMMARY("summary.csv"),
    /** A row for each trial, in plan order. */
    TRIALS("trials.csv"),
    /** A row for each trial at each checkpoint. */
    HISTORY("history.csv"),
    /** A row for each point of each region of the first cells. */
    PREDICTIONS("predictions.csv"),
    /** A row for each point at which a network is followed through its training. */
    FITS("fits.csv"),
    /** A row for each training point of the first cells' middle replicas. */
    SAMPLES("samples.csv"),
    /** A row for each alternative of the target at each point of the fits. */
    ALTERNATIVES("alternatives.csv"),
    /** A row for each layer of each trial. */
    LAYERS("layers.csv"),
    /** A row for each place where a piecewise linear network changes its slope. */
    BREAKPOINTS("breakpoints.csv"),
    /** A row for each two cells that differ in one factor, in each region. */
    COMPARISONS("comparisons.csv"),
    /** A row for each two levels of a factor, in each region. */
    EFFECTS("effects.csv"),
    /** Wall times: they differ from run to run. */
    TIMINGS("timings.csv"),
    /** The manifest, byte for byte. */
    MANIFEST("manifest.yaml"),
    /** Everything resolved; two runs with the same lock are the same study. */
    LOCK("study.lock.yaml"),
    /** The answer as a page; made from the other files. */
    REPORT("report.html"),
    /** What happened when, and on what machine. Whoever writes the folder holds a lock on this file. */
    LOG("run.log");

    private static final String UNPUBLISHED = ".part";

    private final String fileName;

    RunFile(String fileName) {
        this.fileName = fileName;
    }

    /**
     * The file's name.
     *
     * @return the name within the run folder
     */
    public String fileName() {
        return fileName;
    }

    /**
     * Where the file is.
     *
     * @param folder the run folder
     * @return its path
     */
    public Path in(Path folder) {
        return folder.resolve(fileName);
    }

    /** Where the file's bytes are until it is complete. */
    Path unpublishedIn(Path folder) {
        return folder.resolve(fileName + UNPUBLISHED);
    }
}

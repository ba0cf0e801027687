package dev.parabola.core.study;

import java.util.List;
import java.util.Optional;

/** Everything that a run is about: a base, factors that vary it, replicas. Cells are made when asked for, never listed. */
public interface Study {
    /** The region that every study has: where the training data lies. */
    String INSIDE = "inside";

    /** Predictions are kept for so many of the first cells, and cells are compared in studies of up to so many. */
    long CELLS_IN_DETAIL = 200;

    /**
     * The study's name.
     *
     * @return {@code [a-z0-9][a-z0-9-]{0,63}}
     */
    String name();

    /**
     * The question that the study answers.
     *
     * @return the question, if the manifest asks one
     */
    Optional<String> question();

    /**
     * The seed from which every random number follows.
     *
     * @return any 64-bit integer
     */
    long seed();

    /**
     * The number of seeds per cell.
     *
     * @return at least 1
     */
    int replicas();

    /**
     * What is varied, slowest first.
     *
     * @return the factors
     */
    List<Factor> factors();

    /**
     * The number of cells: the product of the factors' levels.
     *
     * @return at least 1
     */
    long cells();

    /**
     * The number of trials; trial = cell × replicas + replica.
     *
     * @return cells × replicas
     */
    default long trials() {
        return cells() * replicas();
    }

    /**
     * A cell, resolved anew at every call. Safe to call from several threads.
     *
     * @param index from 0 to {@link #cells} − 1
     * @return the cell
     */
    Cell cell(long index);

    /**
     * The text of each factor's level in a cell.
     *
     * @param index from 0 to {@link #cells} − 1
     * @return a text per factor, also where the levels do not fit together
     */
    List<String> levels(long index);

    /**
     * The names of the regions, the columns of the results: those of the manifest, or inside, near and far.
     *
     * @return the names in order; {@code inside} among them
     */
    List<String> regionNames();

    /**
     * The largest number of inputs of any cell's target.
     *
     * @return at least 1
     */
    int maxInputs();

    /**
     * When a trial has learned a region.
     *
     * @return the limits
     */
    Success success();

    /**
     * Other functions that might have made the data.
     *
     * @return the functions, in order
     */
    List<Target> alternatives();

    /**
     * The number of steps at which history is written.
     *
     * @return at least 2
     */
    int checkpoints();

    /**
     * The bytes of the manifest as they were read.
     *
     * @return a copy
     */
    byte[] manifestBytes();

    /**
     * Everything resolved, as the text of {@code study.lock.yaml}.
     *
     * @return YAML, lines ending in LF, the same for the same study everywhere
     */
    String lock();
}

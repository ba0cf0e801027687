package dev.parabola.core.study;

import dev.parabola.core.problem.Problems;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A study whose mistakes have all been told. */
record PlannedStudy(
        String name,
        Optional<String> question,
        long seed,
        int replicas,
        List<Factor> factors,
        Grid grid,
        List<String> regionNames,
        int maxInputs,
        Success success,
        List<Target> alternatives,
        int checkpoints,
        Bytes manifest,
        String lock)
        implements Study {

    /** The bytes of a manifest. */
    @FunctionalInterface
    interface Bytes {
        byte[] copy();
    }

    @Override
    public long cells() {
        return grid.cells();
    }

    @Override
    public Cell cell(long index) {
        Objects.checkIndex(index, cells());
        Problems problems = new Problems();
        Optional<Cell> cell = grid.cell(index, CellCheck.none(), problems);
        problems.throwIfAny();
        return cell.orElseThrow();
    }

    @Override
    public List<String> levels(long index) {
        return grid.texts(index);
    }

    @Override
    public byte[] manifestBytes() {
        return manifest.copy();
    }
}

package dev.parabola.core.results;

import dev.parabola.core.network.Breakpoints.Breakpoint;
import dev.parabola.core.training.TrialResult;
import java.nio.file.Path;

/** Writes {@code breakpoints.csv}. */
final class BreakpointsCsv implements AutoCloseable {
    private final CsvFile file;

    BreakpointsCsv(Path folder) {
        file = new CsvFile(RunFile.BREAKPOINTS.in(folder), Columns.breakpoints());
    }

    void add(TrialResult result) {
        for (Breakpoint breakpoint : result.portrait().breakpoints()) {
            file.count(result.cell()).count(result.replica());
            file.count(breakpoint.layer()).count(breakpoint.unit()).number(breakpoint.x());
            file.number(breakpoint.slopeLeft()).number(breakpoint.slopeRight()).endRow();
        }
    }

    @Override
    public void close() {
        file.close();
    }
}

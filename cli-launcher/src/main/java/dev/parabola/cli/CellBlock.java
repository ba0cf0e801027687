package dev.parabola.cli;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.statistics.Standing;
import dev.parabola.core.text.Numbers;
import dev.parabola.core.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A cell as a paragraph: its levels, its verdict and the cause, and what is known beside it. */
final class CellBlock {
    private static final int INDENT = 2;

    private final FinishedRun run;
    private final CellSummary cell;
    private final Palette palette;

    CellBlock(FinishedRun run, CellSummary cell, Palette palette) {
        this.run = run;
        this.cell = cell;
        this.palette = palette;
    }

    List<String> lines(OptionalInt columns, boolean withRegions, boolean withCause, Optional<Sketch> sketch) {
        String verdict = run.names().of(cell) + ": " + palette.verdict(cell.verdict());
        String cause = withCause && !cell.cause().isEmpty() ? "; " + OneLine.of(cell.cause()) : "";
        List<String> lines = new ArrayList<>(Wrapped.text(verdict + cause, INDENT, 2 * INDENT, columns));
        for (int region = 0; withRegions && region < run.regions().size(); region++) {
            String name = run.regions().get(region);
            cell.regions()
                    .get(region)
                    .ifPresent(there ->
                            lines.addAll(Wrapped.text(name + ": " + figures(there), 2 * INDENT, 3 * INDENT, columns)));
        }
        sketch.ifPresent(fit -> lines.addAll(fit.lines(2 * INDENT, columns)));
        return lines;
    }

    private String figures(RegionSummary region) {
        return palette.standing(Standing.isLearned(region), Wrapped.together(Standing.text(region))) + ", rmse "
                + Numbers.rounded(region.rmseMedian())
                + (region.nrmseMedian().isPresent()
                        ? ", "
                                + Wrapped.together("nrmse "
                                        + Numbers.rounded(region.nrmseMedian().getAsDouble()))
                        : "");
    }
}

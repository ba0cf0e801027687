package dev.parabola.cli;

import dev.parabola.core.results.CellSummary;
import dev.parabola.core.results.CellSummary.RegionSummary;
import dev.parabola.core.statistics.Standing;
import dev.parabola.core.study.Study;
import dev.parabola.core.text.Numbers;
import dev.parabola.core.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A line per cell: its levels, its verdict, how many of its trials learned each region, and the error inside. */
final class CellTable {
    private static final String NOTHING = "–";

    /** Longer texts of levels would make rows of many lines. */
    private static final int LONGEST_LEVEL = 40;

    private final FinishedRun run;
    private final Palette palette;

    CellTable(FinishedRun run, Palette palette) {
        this.run = run;
        this.palette = palette;
    }

    /** How cells are shown. */
    enum Layout {
        /** A table with words, counts and intervals. */
        FULL,
        /** A table with counts and short words. */
        SHORT,
        /** No table: there is not enough room for one. */
        BLOCKS
    }

    /** The first layout that fits. */
    Layout layout(OptionalInt columns) {
        if (columns.isEmpty() || full(columns).width() <= columns.getAsInt()) {
            return Layout.FULL;
        }
        return brief(columns).leastWidth() <= columns.getAsInt() ? Layout.SHORT : Layout.BLOCKS;
    }

    List<String> lines(Layout layout, OptionalInt columns) {
        return switch (layout) {
            case FULL -> full(columns).lines(columns);
            case SHORT -> brief(columns).lines(columns);
            case BLOCKS -> List.of();
        };
    }

    private Table full(OptionalInt columns) {
        return table(columns, List.of("rmse", "nrmse"), region -> painted(region, Standing.text(region)));
    }

    private Table brief(OptionalInt columns) {
        return table(columns, List.of("nrmse"), region -> {
            String word = Standing.isLearned(region)
                    .map(learned -> learned ? "yes" : "no")
                    .orElse("open");
            return region.successes() + "/" + region.trials() + " " + painted(region, word);
        });
    }

    private Table table(OptionalInt columns, List<String> errors, Function<RegionSummary, String> standing) {
        Table table = new Table();
        List<String> factors = run.names().factors();
        List<String> header = new ArrayList<>(factors.isEmpty() ? List.of("cell") : factors);
        header.add("verdict");
        header.addAll(run.regions());
        errors.forEach(error -> header.add(Study.INSIDE + " " + error));
        table.add(header.stream().map(palette::heading).toArray(String[]::new));
        for (CellSummary cell : run.best()) {
            List<String> row = new ArrayList<>();
            if (factors.isEmpty()) {
                row.add(Long.toString(cell.cell()));
            }
            cell.levels().forEach(level -> row.add(level(level, columns)));
            row.add(palette.verdict(cell.verdict()));
            cell.regions().forEach(region -> row.add(region.map(standing).orElse(NOTHING)));
            Optional<RegionSummary> inside = cell.regions().get(run.inside());
            for (String error : errors) {
                row.add(inside.flatMap(region -> error.equals("rmse")
                                ? Optional.of(Numbers.rounded(region.rmseMedian()))
                                : region.nrmseMedian().stream()
                                        .mapToObj(Numbers::rounded)
                                        .findFirst())
                        .orElse(NOTHING));
            }
            table.add(row.toArray(String[]::new));
        }
        return table;
    }

    private static String level(String text, OptionalInt columns) {
        String line = OneLine.of(text);
        return columns.isEmpty() ? line : TextWidth.shortened(line, LONGEST_LEVEL);
    }

    private String painted(RegionSummary region, String text) {
        return palette.standing(Standing.isLearned(region), text);
    }
}

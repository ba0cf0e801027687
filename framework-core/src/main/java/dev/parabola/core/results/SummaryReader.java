package dev.parabola.core.results;

import dev.parabola.core.results.CellSummary.RegionSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads {@code summary.csv} cell by cell, without planning the study again: its plugins need not be there any more. */
public final class SummaryReader implements AutoCloseable {
    private static final String REGION_MARK = ".success_rate";

    private final RunTable table;
    private final List<String> factors;
    private final List<String> regions;
    private long cells;
    private boolean isAhead;

    private SummaryReader(RunTable table) {
        this.table = table;
        List<String> columns = table.columns();
        int counts = table.required("replicas");
        int beforeFactors = table.required("cell") + 1;
        if (counts < beforeFactors) {
            throw table.damaged("the columns are in another order");
        }
        factors = List.copyOf(columns.subList(beforeFactors, counts));
        regions = columns.subList(counts, columns.size()).stream()
                .filter(column -> column.endsWith(REGION_MARK))
                .map(column -> column.substring(0, column.length() - REGION_MARK.length()))
                .toList();
    }

    /**
     * Opens the table.
     *
     * @param folder the run folder, finished
     * @return the reader, before the first cell
     * @throws StorageException if the table is missing, cannot be read or has no header
     */
    public static SummaryReader open(Path folder) {
        RunTable table = RunTable.open(folder, RunFile.SUMMARY.fileName())
                .orElseThrow(() -> StorageException.damaged(RunFile.SUMMARY.in(folder), "it is missing"));
        try {
            return new SummaryReader(table);
        } catch (StorageException e) {
            table.close();
            throw e;
        }
    }

    /**
     * What was varied.
     *
     * @return the factors' names, in the order of {@link CellSummary#levels}
     */
    public List<String> factors() {
        return factors;
    }

    /**
     * Where the networks were examined.
     *
     * @return the regions' names, in the order of {@link CellSummary#regions}
     */
    public List<String> regions() {
        return regions;
    }

    /**
     * Whether there is another cell.
     *
     * @return false at the end of the table
     * @throws StorageException if the table cannot be read or is damaged
     */
    public boolean hasNext() {
        isAhead = isAhead || table.next();
        return isAhead;
    }

    /**
     * The next cell.
     *
     * @return its summary
     * @throws StorageException if the table cannot be read or is damaged
     */
    public CellSummary next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the table has no more cells");
        }
        isAhead = false;
        int cell = count("cell");
        if (cell != cells) {
            throw table.damaged("cell " + cells + " is missing");
        }
        cells++;
        int completed = count("completed");
        int diverged = count("diverged");
        return new CellSummary(
                cell,
                factors.stream().map(factor -> table.text(table.column(factor))).toList(),
                count("replicas"),
                completed,
                diverged,
                count("failed"),
                isEmpty("parameters") ? OptionalInt.empty() : OptionalInt.of(count("parameters")),
                number("train.mse.median"),
                regions(completed + diverged),
                number("floor"),
                chosen(),
                verdict(),
                table.text(table.required("cause")));
    }

    /**
     * How many cells were read.
     *
     * @return the number of calls of {@link #next} so far
     */
    public long count() {
        return cells;
    }

    @Override
    public void close() {
        table.close();
    }

    private List<Optional<RegionSummary>> regions(int trials) {
        List<Optional<RegionSummary>> summaries = new ArrayList<>();
        for (String region : regions) {
            summaries.add(isEmpty(region + REGION_MARK) ? Optional.empty() : Optional.of(region(region + ".", trials)));
        }
        return summaries;
    }

    private RegionSummary region(String prefix, int trials) {
        return new RegionSummary(
                successes(prefix, trials),
                trials,
                figure(prefix + "success_rate"),
                figure(prefix + "success_low"),
                figure(prefix + "success_high"),
                figure(prefix + "rmse.p25"),
                figure(prefix + "rmse.median"),
                figure(prefix + "rmse.p75"),
                number(prefix + "nrmse.median"));
    }

    /** Runs that are older than the column have the rate alone. */
    private int successes(String prefix, int trials) {
        return table.column(prefix + "successes") == RunTable.ABSENT
                ? (int) Math.rint(figure(prefix + "success_rate") * trials)
                : count(prefix + "successes");
    }

    private Optional<Boolean> chosen() {
        String text = table.text(table.required("chosen"));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw table.damaged("'" + text + "' is neither true nor false");
        }
        return Optional.of(Boolean.parseBoolean(text));
    }

    private Verdict verdict() {
        String text = table.text(table.required("verdict"));
        return Verdict.of(text).orElseThrow(() -> table.damaged("'" + text + "' is no verdict"));
    }

    private OptionalDouble number(String column) {
        return isEmpty(column) ? OptionalDouble.empty() : OptionalDouble.of(figure(column));
    }

    private double figure(String column) {
        return table.number(table.required(column));
    }

    private int count(String column) {
        return table.count(table.required(column));
    }

    private boolean isEmpty(String column) {
        return table.isEmpty(table.required(column));
    }
}

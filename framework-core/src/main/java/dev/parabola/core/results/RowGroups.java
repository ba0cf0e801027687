package dev.parabola.core.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The rows of a table that belong together, group after group. */
final class RowGroups<R> implements AutoCloseable {
    private final CsvTable table;
    private final Function<CsvRecords, R> row;
    private final ToLongFunction<R> group;
    private Optional<R> ahead = Optional.empty();

    /** Groups are numbered; the rows of each stand together, and the numbers ascend. */
    RowGroups(CsvTable table, Function<CsvRecords, R> row, ToLongFunction<R> group) {
        this.table = table;
        this.row = row;
        this.group = group;
    }

    /** The rows of a group with a greater number than that of the call before; none if the table has none of it. */
    List<R> of(long number) {
        List<R> rows = new ArrayList<>();
        for (Optional<R> next = peek();
                next.isPresent() && group.applyAsLong(next.orElseThrow()) <= number;
                next = peek()) {
            if (group.applyAsLong(next.orElseThrow()) == number) {
                rows.add(next.orElseThrow());
            }
            ahead = Optional.empty();
        }
        return rows;
    }

    private Optional<R> peek() {
        if (ahead.isEmpty() && table.hasNext()) {
            try {
                ahead = Optional.of(row.apply(table.next()));
            } catch (IllegalArgumentException e) {
                throw table.damaged(String.valueOf(e.getMessage()));
            }
        }
        return ahead;
    }

    @Override
    public void close() {
        table.close();
    }
}

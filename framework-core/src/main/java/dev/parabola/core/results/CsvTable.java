package dev.parabola.core.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A table being read, row by row. Whatever is wrong with it is a {@link StorageException} that says where. */
final class CsvTable implements AutoCloseable {
    private final CsvRecords records;
    private boolean isAhead;

    /** Opens a table, which must have these columns. */
    CsvTable(Path path, List<String> columns) {
        try {
            records = new CsvRecords(path);
        } catch (IOException e) {
            throw StorageException.unreadable(path, e);
        }
        try {
            requireHeader(columns.stream().map(FormulaGuard::guard).toList());
        } catch (StorageException e) {
            close();
            throw e;
        }
    }

    /** Whether there is another row; the fields of the one before are then gone. */
    boolean hasNext() {
        isAhead = isAhead || records.next();
        return isAhead;
    }

    /** The next row, after {@link #hasNext} said that there is one. */
    CsvRecords next() {
        isAhead = false;
        return records;
    }

    /** What is wrong with the row that was read last. */
    StorageException damaged(String what) {
        return records.damaged(what);
    }

    @Override
    public void close() {
        records.close();
    }

    private void requireHeader(List<String> columns) {
        if (!hasNext() || !isHeader(next(), columns)) {
            throw damaged("the columns should be " + String.join(",", columns));
        }
    }

    private static boolean isHeader(CsvRecords row, List<String> columns) {
        boolean same = row.size() == columns.size();
        for (int i = 0; same && i < columns.size(); i++) {
            same = row.text(i).equals(columns.get(i));
        }
        return same;
    }
}

package dev.parabola.core.results;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads any table of a run folder row by row, each field by its column's name, without planning the study again. */
public final class RunTable implements AutoCloseable {
    /** The index of a column that the table does not have; its fields are empty. */
    public static final int ABSENT = -1;

    private final Path file;
    private final CsvRecords records;
    private final List<String> columns;

    private RunTable(Path file, CsvRecords records) {
        this.file = file;
        this.records = records;
        columns = header();
    }

    /**
     * Opens a table.
     *
     * @param folder the run folder
     * @param fileName the table's name
     * @return the table before its first row; empty if the folder has none of this name
     * @throws StorageException if it cannot be read or has no header
     */
    public static Optional<RunTable> open(Path folder, String fileName) {
        Path file = folder.resolve(fileName);
        CsvRecords records;
        try {
            records = new CsvRecords(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageException.unreadable(file, e);
        }
        try {
            return Optional.of(new RunTable(file, records));
        } catch (StorageException e) {
            records.close();
            throw e;
        }
    }

    /**
     * The header.
     *
     * @return the columns' names, in order
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * Where a column is.
     *
     * @param name its name
     * @return its index, or {@link #ABSENT}
     */
    public int column(String name) {
        return columns.indexOf(name);
    }

    /**
     * Where a column is without which the table makes no sense.
     *
     * @param name its name
     * @return its index
     * @throws StorageException if the table does not have it
     */
    public int required(String name) {
        int column = column(name);
        if (column == ABSENT) {
            throw StorageException.damaged(file, "line 1: there is no column " + name);
        }
        return column;
    }

    /**
     * Goes to the next row.
     *
     * @return false at the end of the table
     * @throws StorageException if the table cannot be read, or the row has not as many fields as the header
     */
    public boolean next() {
        if (!records.next()) {
            return false;
        }
        if (records.size() != columns.size()) {
            throw damaged("the row has " + records.size() + " fields, the header " + columns.size());
        }
        return true;
    }

    /**
     * Whether a field of the row is empty.
     *
     * @param column the column's index
     * @return true if nothing is there, also if the column is absent
     */
    public boolean isEmpty(int column) {
        return column == ABSENT || records.isEmpty(column);
    }

    /**
     * A field as text.
     *
     * @param column the column's index
     * @return the text, as it was before it was guarded against being run as a formula; empty if the column is absent
     * @throws StorageException if it is no UTF-8
     */
    public String text(int column) {
        return column == ABSENT ? "" : FormulaGuard.unguard(records.text(column));
    }

    /**
     * Whether a field is a text, for less than the text costs where it is.
     *
     * @param column the column's index
     * @param text the text
     * @return whether {@link #text} gives it
     * @throws StorageException if the field is no UTF-8
     */
    public boolean isText(int column, String text) {
        return (column != ABSENT && !text.startsWith("'") && records.isAscii(column, text))
                || text(column).equals(text);
    }

    /**
     * A field as a number.
     *
     * @param column the column's index
     * @return the number; NaN if the field is empty or the column absent
     * @throws StorageException if it is no number
     */
    public double number(int column) {
        if (isEmpty(column)) {
            return Double.NaN;
        }
        try {
            return records.number(column);
        } catch (NumberFormatException e) {
            throw damaged("'" + records.latin(column) + "' in " + columns.get(column) + " is no number");
        }
    }

    /**
     * A field as a number from 0 on.
     *
     * @param column the column's index
     * @return the number
     * @throws StorageException if it is none
     */
    public int count(int column) {
        int count = column == ABSENT ? -1 : records.count(column);
        if (count < 0) {
            throw damaged(
                    column == ABSENT
                            ? "a count is missing"
                            : "'" + records.latin(column) + "' in " + columns.get(column) + " is no count");
        }
        return count;
    }

    /**
     * That something is wrong with the row.
     *
     * @param what what is wrong
     * @return the exception, to be thrown
     */
    public StorageException damaged(String what) {
        return records.damaged(what);
    }

    @Override
    public void close() {
        records.close();
    }

    private List<String> header() {
        if (!records.next()) {
            throw StorageException.damaged(file, "it has no header");
        }
        return IntStream.range(0, records.size())
                .mapToObj(column -> FormulaGuard.unguard(records.text(column)))
                .toList();
    }
}

package dev.parabola.core.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads any table of a run folder row by row, each field by its column's name, without planning the study again. Fields that are
 * not asked for cost no more than their bytes: the tables of the curves have millions of them.
 */
public final class RunTable implements AutoCloseable {
    /** The index of a column that the table does not have; its fields are empty. */
    public static final int ABSENT = -1;

    private static final int BUFFER = 1 << 16;
    private static final int END = -1;

    private final Path file;
    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int place;

    private byte[] row = new byte[1024];
    private int[] ends = new int[64];
    private int fields;
    private long line;
    private List<String> columns = List.of();

    private RunTable(Path file, InputStream stream) {
        this.file = file;
        this.stream = stream;
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
        RunTable table;
        try {
            table = new RunTable(file, Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageException.unreadable(file, e);
        }
        try {
            table.readHeader();
            return Optional.of(table);
        } catch (StorageException e) {
            table.close();
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
        if (!readRecord()) {
            return false;
        }
        if (fields != columns.size()) {
            throw damaged("the row has " + fields + " fields, the header " + columns.size());
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
        return column == ABSENT || start(column) == ends[column];
    }

    /**
     * A field as text.
     *
     * @param column the column's index
     * @return the text, as it was before it was guarded against being run as a formula; empty if the column is absent
     * @throws StorageException if it is no UTF-8
     */
    public String text(int column) {
        if (isEmpty(column)) {
            return "";
        }
        int start = start(column);
        try {
            return FormulaGuard.unguard(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(row, start, ends[column] - start))
                    .toString());
        } catch (CharacterCodingException e) {
            throw damaged("bytes that are no UTF-8");
        }
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
        String text = ascii(column);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw damaged("'" + text + "' in " + columns.get(column) + " is no number");
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
        if (column != ABSENT) {
            int start = start(column);
            int end = ends[column];
            long value = 0;
            boolean digits = end > start;
            for (int i = start; i < end && digits; i++) {
                int digit = row[i] - '0';
                digits = digit >= 0 && digit <= 9 && value <= Integer.MAX_VALUE;
                value = 10 * value + digit;
            }
            if (digits && value <= Integer.MAX_VALUE) {
                return (int) value;
            }
        }
        throw damaged(
                column == ABSENT
                        ? "a count is missing"
                        : "'" + ascii(column) + "' in " + columns.get(column) + " is no count");
    }

    /**
     * That something is wrong with the row.
     *
     * @param what what is wrong
     * @return the exception, to be thrown
     */
    public StorageException damaged(String what) {
        return StorageException.damaged(file, "line " + line + ": " + what);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw StorageException.unreadable(file, e);
        }
    }

    private void readHeader() {
        if (!readRecord()) {
            throw StorageException.damaged(file, "it has no header");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            names.add(text(i));
        }
        columns = List.copyOf(names);
    }

    private int start(int column) {
        return column == 0 ? 0 : ends[column - 1];
    }

    private String ascii(int column) {
        int start = start(column);
        return new String(row, start, ends[column] - start, StandardCharsets.ISO_8859_1);
    }

    /** RFC 4180: a field in quotes may hold commas and line ends, and each quote in it twice. */
    private boolean readRecord() {
        if (peek() == END) {
            return false;
        }
        line++;
        fields = 0;
        int length = 0;
        while (true) {
            length = plain(length);
            int octet = read();
            if (octet == '"') {
                length = quoted(length);
            } else if (octet != '\r') {
                if (fields == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * fields);
                }
                ends[fields++] = length;
                if (octet != ',') {
                    return true;
                }
            }
        }
    }

    /** Copies up to the next byte that means something. */
    private int plain(int from) {
        int length = from;
        while (peek() != END && !isSpecial(buffer[place])) {
            int end = place + 1;
            while (end < filled && !isSpecial(buffer[end])) {
                end++;
            }
            int count = end - place;
            while (length + count > row.length) {
                row = Arrays.copyOf(row, 2 * row.length);
            }
            System.arraycopy(buffer, place, row, length, count);
            length += count;
            place = end;
        }
        return length;
    }

    private static boolean isSpecial(byte octet) {
        return octet == ',' || octet == '\n' || octet == '"' || octet == '\r';
    }

    private int quoted(int from) {
        int length = from;
        while (true) {
            int octet = read();
            if (octet == END) {
                throw damaged("quotes that do not match");
            }
            if (octet == '"') {
                if (peek() != '"') {
                    return length;
                }
                place++;
            }
            length = put(octet, length);
        }
    }

    private int put(int octet, int length) {
        if (length == row.length) {
            row = Arrays.copyOf(row, 2 * length);
        }
        row[length] = (byte) octet;
        return length + 1;
    }

    private int read() {
        int octet = peek();
        if (octet != END) {
            place++;
        }
        return octet;
    }

    private int peek() {
        if (place == filled) {
            try {
                filled = Math.max(0, stream.read(buffer));
            } catch (IOException e) {
                throw StorageException.unreadable(file, e);
            }
            place = 0;
            if (filled == 0) {
                return END;
            }
        }
        return buffer[place] & 0xff;
    }
}

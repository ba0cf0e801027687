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

    /** The row and what was read beyond it. */
    private byte[] buffer = new byte[BUFFER];

    private int filled;
    private int place;

    /** Where the row begins in the buffer, and its field that is being read; where that ends without the quotes that were read. */
    private int row;

    private int field;
    private int end;

    private int[] starts = new int[64];
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
        return column == ABSENT || starts[column] == ends[column];
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
        try {
            return FormulaGuard.unguard(isAscii(column) ? latin(column) : decoded(column));
        } catch (CharacterCodingException e) {
            throw damaged("bytes that are no UTF-8");
        }
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
        if (column != ABSENT && ends[column] - starts[column] == text.length() && !text.startsWith("'")) {
            int same = 0;
            while (same < text.length() && buffer[starts[column] + same] == text.charAt(same)) {
                same++;
            }
            if (same == text.length()) {
                return true;
            }
        }
        return text(column).equals(text);
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
        double value = Decimal.read(buffer, starts[column], ends[column]);
        if (!Double.isNaN(value)) {
            return value;
        }
        String text = latin(column);
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
            int start = starts[column];
            int past = ends[column];
            long value = 0;
            boolean digits = past > start;
            for (int i = start; i < past && digits; i++) {
                int digit = buffer[i] - '0';
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
                        : "'" + latin(column) + "' in " + columns.get(column) + " is no count");
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

    private boolean isAscii(int column) {
        int i = starts[column];
        while (i < ends[column] && buffer[i] >= 0) {
            i++;
        }
        return i == ends[column];
    }

    private String latin(int column) {
        return new String(buffer, starts[column], ends[column] - starts[column], StandardCharsets.ISO_8859_1);
    }

    private String decoded(int column) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(buffer, starts[column], ends[column] - starts[column]))
                .toString();
    }

    /** RFC 4180: a field in quotes may hold commas and line ends, and each quote in it twice. */
    private boolean readRecord() {
        row = place;
        if (place == filled && !fill()) {
            return false;
        }
        line++;
        fields = 0;
        beginField();
        while (true) {
            keep(past(buffer, place, filled) - place);
            if (place < filled || fill()) {
                byte octet = buffer[place];
                if (octet == ',') {
                    place++;
                    endField();
                    beginField();
                } else if (octet == '\n') {
                    place++;
                    endField();
                    return true;
                } else if (isSpecial(octet)) {
                    place++;
                    if (octet == '"') {
                        quoted();
                    }
                }
            } else {
                endField();
                return true;
            }
        }
    }

    private void beginField() {
        field = place;
        end = place;
    }

    private void endField() {
        if (fields == ends.length) {
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        starts[fields] = field;
        ends[fields++] = end;
    }

    /** The most of a reader's work: where the next byte is that means something. */
    private static int past(byte[] bytes, int from, int limit) {
        int i = from;
        // All that does, and little that does not, comes before the digits.
        while (i < limit && (bytes[i] > ',' || !isSpecial(bytes[i]))) {
            i++;
        }
        return i;
    }

    private static boolean isSpecial(byte octet) {
        return octet == ',' || octet == '\n' || octet == '"' || octet == '\r';
    }

    private void quoted() {
        while (true) {
            int octet = peek();
            if (octet == END) {
                throw damaged("quotes that do not match");
            }
            if (octet == '"') {
                place++;
                if (peek() != '"') {
                    return;
                }
            }
            keep(1);
        }
    }

    /** Takes the next bytes into the field: to where it ends, which is not here where quotes were left out. */
    private void keep(int count) {
        if (end != place) {
            System.arraycopy(buffer, place, buffer, end, count);
        }
        end += count;
        place += count;
    }

    private int peek() {
        return place == filled && !fill() ? END : buffer[place] & 0xff;
    }

    /** Reads on behind the row, which moves to the buffer's beginning. */
    private boolean fill() {
        if (row == 0 && filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        } else if (row > 0) {
            System.arraycopy(buffer, row, buffer, 0, filled - row);
            for (int i = 0; i < fields; i++) {
                starts[i] -= row;
                ends[i] -= row;
            }
            field -= row;
            end -= row;
            place -= row;
            filled -= row;
            row = 0;
        }
        try {
            int count = Math.max(0, stream.read(buffer, filled, buffer.length - filled));
            filled += count;
            return count > 0;
        } catch (IOException e) {
            throw StorageException.unreadable(file, e);
        }
    }
}

package dev.parabola.core.results;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The records of a CSV file, one after the other, and the fields of the one that was read last. Fields that are not asked for cost no
 * more than their bytes: the tables of the curves have millions of them.
 */
final class CsvRecords implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final InputStream stream;

    /** The record and what was read beyond it. */
    private byte[] buffer = new byte[BUFFER];

    private int filled;
    private int place;

    /** Where the record begins in the buffer, and its field that is being read; where that ends without the quotes that were read. */
    private int start;

    private int field;
    private int end;

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int fields;
    private long line;
    private long nextLine = 1;

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be opened
     */
    CsvRecords(Path file) throws IOException {
        this.file = file;
        stream = Files.newInputStream(file);
    }

    /**
     * Goes to the next record. RFC 4180: a field in quotes may hold commas and line ends, and each quote in it twice.
     *
     * @return false at the end of the file
     * @throws StorageException if the file cannot be read, or quotes do not match
     */
    boolean next() {
        start = place;
        if (place == filled && !fill()) {
            return false;
        }
        line = nextLine++;
        fields = 0;
        beginField();
        while (true) {
            keep(past(buffer, place, filled) - place);
            if (place == filled) {
                if (!fill()) {
                    endField();
                    return true;
                }
                continue;
            }
            byte octet = buffer[place++];
            if (octet == ',') {
                endField();
                beginField();
            } else if (octet == '\n') {
                endField();
                return true;
            } else if (octet == '"') {
                quoted();
            }
        }
    }

    int size() {
        return fields;
    }

    boolean isEmpty(int index) {
        return starts[index] == ends[index];
    }

    /**
     * A field as text.
     *
     * @throws StorageException if it is no UTF-8
     */
    String text(int index) {
        try {
            return isAscii(index) ? latin(index) : decoded(index);
        } catch (CharacterCodingException e) {
            throw damaged("bytes that are no UTF-8");
        }
    }

    /** Whether a field has the characters of an ASCII text; false of any other text. */
    boolean isAscii(int index, String text) {
        int length = ends[index] - starts[index];
        int same = 0;
        while (same < length && same < text.length() && buffer[starts[index] + same] == text.charAt(same)) {
            same++;
        }
        return same == length && same == text.length();
    }

    /**
     * A field as a number.
     *
     * @throws NumberFormatException if it is none
     */
    double number(int index) {
        return JavaDoubleParser.parseDouble(buffer, starts[index], ends[index] - starts[index]);
    }

    /** A field as a number from 0 on; -1 if it is none. */
    int count(int index) {
        long value = 0;
        int past = ends[index];
        for (int i = starts[index]; i < past; i++) {
            int digit = buffer[i] - '0';
            value = 10 * value + digit;
            if (digit < 0 || digit > 9 || value > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return past == starts[index] ? -1 : (int) value;
    }

    /** A field with each byte as a character, to be shown. */
    String latin(int index) {
        return new String(buffer, starts[index], ends[index] - starts[index], StandardCharsets.ISO_8859_1);
    }

    /** That something is wrong with the record. */
    StorageException damaged(String what) {
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

    private boolean isAscii(int index) {
        int i = starts[index];
        while (i < ends[index] && buffer[i] >= 0) {
            i++;
        }
        return i == ends[index];
    }

    private String decoded(int index) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(buffer, starts[index], ends[index] - starts[index]))
                .toString();
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
            if (place == filled && !fill()) {
                throw damaged("quotes that do not match");
            }
            if (buffer[place] == '"') {
                place++;
                if ((place == filled && !fill()) || buffer[place] != '"') {
                    break;
                }
            } else if (buffer[place] == '\n') {
                nextLine++;
            }
            keep(1);
        }
        if (place < filled && !isSpecial(buffer[place])) {
            throw damaged("quotes that do not match");
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

    /** Reads on behind the record, which moves to the buffer's beginning. */
    private boolean fill() {
        if (start > 0) {
            toTheBeginning();
        } else if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        try {
            int count = Math.max(0, stream.read(buffer, filled, buffer.length - filled));
            filled += count;
            return count > 0;
        } catch (IOException e) {
            throw StorageException.unreadable(file, e);
        }
    }

    private void toTheBeginning() {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        for (int i = 0; i < fields; i++) {
            starts[i] -= start;
            ends[i] -= start;
        }
        field -= start;
        end -= start;
        place -= start;
        filled -= start;
        start = 0;
    }
}

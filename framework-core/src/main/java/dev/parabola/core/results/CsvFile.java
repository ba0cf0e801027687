package dev.parabola.core.results;

import dev.parabola.core.text.Numbers;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table being written, field by field. Every failure of the disk is a {@link StorageException}. A stream and not a channel,
 * because a channel is closed for good when its thread is interrupted.
 */
final class CsvFile implements AutoCloseable {
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final FileOutputStream stream;
    private final CSVPrinter printer;
    private boolean closed;

    CsvFile(Path path, List<String> columns) {
        this.path = path;
        try {
            stream = new FileOutputStream(path.toFile());
            Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
            printer = new CSVPrinter(writer, FORMAT);
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
        columns.forEach(this::text);
        endRow();
    }

    CsvFile text(String value) {
        return print(FormulaGuard.guard(value));
    }

    CsvFile texts(List<String> values) {
        values.forEach(this::text);
        return this;
    }

    CsvFile number(double value) {
        return print(Numbers.text(value));
    }

    CsvFile count(long value) {
        return print(Long.toString(value));
    }

    CsvFile flag(boolean value) {
        return print(Boolean.toString(value));
    }

    CsvFile empty(int fields) {
        for (int i = 0; i < fields; i++) {
            print(null);
        }
        return this;
    }

    void endRow() {
        try {
            printer.println();
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
    }

    /** Forces the rows to the disk: a run must not be finished with tables that are not there after a power cut. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (stream) {
            printer.flush();
            stream.getFD().sync();
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
    }

    private CsvFile print(@Nullable String field) {
        try {
            printer.print(field);
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
        return this;
    }
}

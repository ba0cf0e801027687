package dev.parabola.core.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table being read, row by row. Whatever is wrong with it is a {@link StorageException} that says where. */
final class CsvTable implements AutoCloseable {
    private final Path path;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    /** Opens a table, which must have these columns. */
    CsvTable(Path path, List<String> columns) {
        this.path = path;
        try {
            parser = CSVParser.parse(Files.newBufferedReader(path, StandardCharsets.UTF_8), CsvFile.FORMAT);
        } catch (IOException e) {
            throw StorageException.unreadable(path, e);
        }
        records = parser.iterator();
        try {
            requireHeader(columns.stream().map(FormulaGuard::guard).toList());
        } catch (StorageException e) {
            close();
            throw e;
        }
    }

    boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            if (cause instanceof CharacterCodingException) {
                throw damaged("bytes that are no UTF-8");
            }
            if (cause instanceof CSVException) {
                throw damaged("quotes that do not match");
            }
            throw StorageException.unreadable(path, cause);
        }
    }

    /** The next row, after {@link #hasNext} said that there is one. */
    CSVRecord next() {
        return records.next();
    }

    /** What is wrong with the row that was read last. */
    StorageException damaged(String what) {
        return StorageException.damaged(path, "line " + parser.getCurrentLineNumber() + ": " + what);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw StorageException.unreadable(path, e);
        }
    }

    private void requireHeader(List<String> columns) {
        if (!hasNext() || !next().toList().equals(columns)) {
            throw damaged("the columns should be " + String.join(",", columns));
        }
    }
}

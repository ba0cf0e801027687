package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code trials.csv} row by row, in plan order. */
public final class RunReader implements Iterator<TrialRow>, AutoCloseable {
    private final Path path;
    private final Study study;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long lastTrial = -1;

    private RunReader(Path path, Study study, CSVParser parser) {
        this.path = path;
        this.study = study;
        this.parser = parser;
        this.records = parser.iterator();
    }

    /**
     * Opens the table of trials.
     *
     * @param folder the run folder
     * @param study the study whose run it is
     * @return the reader, before the first trial
     * @throws StorageException if the table cannot be read or does not have the study's columns
     */
    public static RunReader trials(Path folder, Study study) {
        Path path = RunFile.TRIALS.in(folder);
        RunReader reader;
        try {
            reader = new RunReader(
                    path,
                    study,
                    CSVParser.parse(Files.newBufferedReader(path, StandardCharsets.UTF_8), CsvFile.FORMAT));
        } catch (IOException e) {
            throw StorageException.unreadable(path, e);
        }
        try {
            reader.readHeader();
            return reader;
        } catch (StorageException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * Whether there is another trial.
     *
     * @return false at the end of the table
     * @throws StorageException if the table cannot be read or is damaged
     */
    @Override
    public boolean hasNext() {
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

    /**
     * The next trial.
     *
     * @return a row
     * @throws StorageException if the table cannot be read or is damaged
     */
    @Override
    public TrialRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the table has no more trials");
        }
        TrialRow row;
        try {
            row = new TrialFields(records.next(), study).row();
        } catch (IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
        if (row.trial() <= lastTrial) {
            throw damaged("trial " + row.trial() + " after trial " + lastTrial);
        }
        lastTrial = row.trial();
        return row;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw StorageException.unreadable(path, e);
        }
    }

    private void readHeader() {
        List<String> expected =
                Columns.trials(study).stream().map(FormulaGuard::guard).toList();
        if (!hasNext() || !records.next().toList().equals(expected)) {
            throw damaged("the columns should be " + String.join(",", expected));
        }
    }

    private StorageException damaged(String what) {
        return StorageException.damaged(path, "line " + parser.getCurrentLineNumber() + ": " + what);
    }
}

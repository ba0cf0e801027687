package dev.parabola.core.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Counts the trials in the table of a run that is not finished: it may end anywhere, and somebody may be writing it. */
public final class WrittenTrials {
    private static final int BUFFER = 1 << 16;

    private WrittenTrials() {}

    /**
     * Counts the trials.
     *
     * @param folder the run folder
     * @return the number of complete rows; 0 if there is no table yet
     * @throws StorageException if the table cannot be read
     */
    public static long in(Path folder) {
        Path file = RunFile.TRIALS.in(folder);
        long lines = 0;
        boolean isQuoted = false;
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int filled = stream.read(buffer); filled > 0; filled = stream.read(buffer)) {
                for (int i = 0; i < filled; i++) {
                    isQuoted ^= buffer[i] == '"';
                    lines += buffer[i] == '\n' && !isQuoted ? 1 : 0;
                }
            }
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw StorageException.unreadable(file, e);
        }
        return Math.max(0, lines - 1);
    }
}

package dev.parabola.core.results;

import dev.parabola.core.text.OneLine;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code run.log}, held by at most one process. The system gives the lock back when this process closes any stream of this file,
 * so nothing else in the program opens it meanwhile.
 */
final class RunLog implements AutoCloseable {
    private final Path path;
    private final FileOutputStream stream;

    private RunLog(Path path, FileOutputStream stream) {
        this.path = path;
        this.stream = stream;
    }

    static RunLog lock(Path folder) {
        Path path = RunFile.LOG.in(folder);
        try {
            FileOutputStream stream = new FileOutputStream(path.toFile(), true);
            if (lock(stream) == null) {
                stream.close();
                throw new RunFolderBusyException(folder);
            }
            return new RunLog(path, stream);
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
    }

    private static @Nullable FileLock lock(FileOutputStream stream) throws IOException {
        try {
            return stream.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    void clear() {
        try {
            stream.getChannel().truncate(0);
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
    }

    synchronized void add(String line) {
        String entry = Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + OneLine.of(line) + "\n";
        try {
            stream.write(entry.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw StorageException.unwritable(path, e);
        }
    }
}

package dev.parabola.core.results;

import dev.parabola.core.text.OneLine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file of the run folder cannot be written or read, or is damaged. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** {@code FileOutputStream} gives the system's reason in brackets after the path, and nowhere else. */
    private static final Pattern REASON_AFTER_PATH = Pattern.compile("\\(([^()]+)\\)$");

    private StorageException(Path file, String message, @Nullable IOException cause) {
        super(OneLine.of(file.toString()) + ": " + message, cause);
    }

    /**
     * A file or folder cannot be written.
     *
     * @param file the file
     * @param cause why
     * @return a message with the file and the system's reason
     */
    public static StorageException unwritable(Path file, IOException cause) {
        return new StorageException(
                file, "cannot be written: " + reason(cause) + "; mend that, or give another folder with -o", cause);
    }

    /**
     * A file or folder cannot be read.
     *
     * @param file the file
     * @param cause why
     * @return a message with the file and the system's reason
     */
    public static StorageException unreadable(Path file, IOException cause) {
        return new StorageException(file, "cannot be read: " + reason(cause), cause);
    }

    /**
     * A file is not as it was written.
     *
     * @param file the file
     * @param what what is wrong with it, and where
     * @return a message with the file and what would mend it
     */
    public static StorageException damaged(Path file, String what) {
        return new StorageException(
                file, "is damaged: " + OneLine.of(what) + "; run the study again with --fresh", null);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file is in the way";
        }
        if (cause instanceof NotDirectoryException) {
            return "not a folder";
        }
        if (cause instanceof DirectoryNotEmptyException) {
            return "a folder is in the way";
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return OneLine.of(system.getReason());
        }
        String message = cause.getMessage();
        if (message == null) {
            return cause.getClass().getSimpleName();
        }
        Matcher afterPath = REASON_AFTER_PATH.matcher(message);
        return OneLine.of(cause instanceof FileNotFoundException && afterPath.find() ? afterPath.group(1) : message);
    }
}

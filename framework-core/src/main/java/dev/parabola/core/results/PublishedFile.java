package dev.parabola.core.results;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there as a whole or not at all, also after the power fails. */
final class PublishedFile {
    private PublishedFile() {}

    static void write(Path folder, RunFile file, byte[] content) {
        Path unpublished = file.unpublishedIn(folder);
        try (FileOutputStream stream = new FileOutputStream(unpublished.toFile())) {
            stream.write(content);
            stream.getFD().sync();
        } catch (IOException e) {
            throw StorageException.unwritable(file.in(folder), e);
        }
        publish(folder, file);
    }

    /** Gives a complete file, already on the disk, the name by which it is known. */
    static void publish(Path folder, RunFile file) {
        try {
            Files.move(
                    file.unpublishedIn(folder),
                    file.in(folder),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StorageException.unwritable(file.in(folder), e);
        }
        syncNames(folder);
    }

    private static void syncNames(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder as a file; it keeps names in its own journal, so there is nothing to force.
        }
    }
}

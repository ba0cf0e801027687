package dev.parabola.core.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");

    @Test
    void isToldWhenATableIsClosed() {
        assumeTrue(Files.exists(FULL), "needs a device that is always full");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> {
                    try (CsvFile file = new CsvFile(FULL, List.of("a"))) {
                        file.number(1).endRow();
                    }
                })
                .withMessageMatching("/dev/full: cannot be written: .+; mend that, or give another folder with -o");
    }

    @Test
    void isToldWhileATableIsWritten() {
        assumeTrue(Files.exists(FULL), "needs a device that is always full");
        CsvFile file = new CsvFile(FULL, List.of("a"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> {
                    for (int row = 0; row < 100_000; row++) {
                        file.number(row).endRow();
                    }
                })
                .withMessageContaining("/dev/full: cannot be written: No space left on device");
        assertThatExceptionOfType(StorageException.class).isThrownBy(file::close);
    }

    @Test
    void isToldInTheSystemsWords() {
        assertThat(message(new IOException("No space left on device")))
                .isEqualTo("run/trials.csv: cannot be written: No space left on device;"
                        + " mend that, or give another folder with -o");
        assertThat(message(new FileNotFoundException("run (1)/trials.csv (Read-only file system)")))
                .startsWith("run/trials.csv: cannot be written: Read-only file system;");
        assertThat(message(new FileSystemException("run", null, "Disk quota exceeded")))
                .startsWith("run/trials.csv: cannot be written: Disk quota exceeded;");
        assertThat(message(new AccessDeniedException("run")))
                .startsWith("run/trials.csv: cannot be written: permission denied;");
        assertThat(message(new IOException())).startsWith("run/trials.csv: cannot be written: IOException;");
    }

    private static String message(IOException cause) {
        return StorageException.unwritable(Path.of("run/trials.csv"), cause).getMessage();
    }
}

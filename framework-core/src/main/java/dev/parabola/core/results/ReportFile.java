package dev.parabola.core.results;

import java.nio.file.Path;

/** Writes {@code report.html}, as a whole or not at all. */
public final class ReportFile {
    private ReportFile() {}

    /**
     * Writes the report, over one that is there.
     *
     * @param folder the run folder
     * @param content the page
     * @return the file
     * @throws StorageException if it cannot be written
     */
    public static Path write(Path folder, byte[] content) {
        PublishedFile.write(folder, RunFile.REPORT, content);
        return RunFile.REPORT.in(folder);
    }
}

package dev.parabola.report;

import dev.parabola.core.results.ReportFile;
import java.nio.file.Path;

/** Makes {@code report.html} of the files of a finished run. */
public final class Report {
    private Report() {}

    /**
     * Makes the report, over one that is there. The same files give the same bytes.
     *
     * @param folder the run folder
     * @return the page
     * @throws dev.parabola.core.problem.InvalidInputException if the folder holds no run, or one that is not finished
     * @throws dev.parabola.core.results.StorageException if a file cannot be read or written, or is damaged
     */
    public static Path write(Path folder) {
        return ReportFile.write(folder, new Page(ReportedRun.read(folder)).html());
    }
}

package dev.parabola.report;

import dev.parabola.core.results.ReportFile;
import java.nio.file.Path;

/** Makes {@code report.html} of the files of a finished run. */
public final class Report {
    private Report() {}

    /**
     * Loads what every report needs, in a thread of its own, while there is nothing to report yet: most of the time of a small report goes
     * there.
     */
    public static void prepare() {
        Thread thread = new Thread(Report::load, "report");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        try {
            Page.template();
        } catch (RuntimeException | Error e) {
            // The report itself will fail in the same way, and say so.
            return;
        }
    }

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

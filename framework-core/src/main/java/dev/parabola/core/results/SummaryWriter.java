package dev.parabola.core.results;

import dev.parabola.core.results.CellSummary.RegionSummary;
import java.util.Optional;

/** Writes {@code summary.csv}, which appears as a whole with {@link #finish}, and the run is finished with it. */
public final class SummaryWriter implements AutoCloseable {
    private static final int MEASURES = 8;

    private final RunFolder folder;
    private final CsvFile file;

    /**
     * Begins the summary.
     *
     * @param folder the run folder, its tables written
     * @throws StorageException if the summary cannot be written
     */
    public SummaryWriter(RunFolder folder) {
        this.folder = folder;
        file = new CsvFile(RunFile.SUMMARY.unpublishedIn(folder.path()), Columns.summary(folder.study()));
    }

    /**
     * Adds a cell.
     *
     * @param summary of the cell after the one before
     * @throws StorageException if it cannot be written
     */
    public void add(CellSummary summary) {
        file.count(summary.cell()).texts(summary.levels());
        file.count(summary.replicas())
                .count(summary.completed())
                .count(summary.diverged())
                .count(summary.failed());
        summary.parameters().ifPresentOrElse(file::count, () -> file.empty(1));
        summary.trainMseMedian().ifPresentOrElse(file::number, () -> file.empty(1));
        for (Optional<RegionSummary> region : summary.regions()) {
            region.ifPresentOrElse(this::add, () -> file.empty(MEASURES));
        }
        summary.floor().ifPresentOrElse(file::number, () -> file.empty(1));
        summary.chosen().ifPresentOrElse(file::flag, () -> file.empty(1));
        file.text(summary.verdict().text()).text(summary.cause()).endRow();
    }

    /**
     * Forces the summary to the disk and gives it its name.
     *
     * @throws StorageException if that fails; the run stays unfinished
     */
    public void finish() {
        file.close();
        PublishedFile.publish(folder.path(), RunFile.SUMMARY);
        folder.log("finished");
    }

    /** Without {@link #finish} before, the run stays unfinished. */
    @Override
    public void close() {
        file.close();
    }

    private void add(RegionSummary region) {
        file.count(region.successes());
        file.number(region.successRate()).number(region.successLow()).number(region.successHigh());
        file.number(region.rmseP25()).number(region.rmseMedian()).number(region.rmseP75());
        region.nrmseMedian().ifPresentOrElse(file::number, () -> file.empty(1));
    }
}

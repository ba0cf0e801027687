package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import dev.parabola.core.training.FitPoints;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Checkpoint;
import java.nio.file.Path;

/**
 * Writes {@code fits.csv}: what a cell's networks were at each checkpoint is kept until the cell is done, for only then is it known which
 * of them is the middle one.
 */
final class FitsCsv implements AutoCloseable {
    /** The replicas before this one are shown as they are in the end. */
    private static final int REPLICAS_AT_THE_END = 20;

    private final Study study;
    private final CsvFile file;
    private final PredictionStore store;
    private final MiddleReplica kept = new MiddleReplica();
    private long cell = -1;
    private long[] steps = {};

    FitsCsv(Path folder, Study study) {
        this.study = study;
        file = new CsvFile(RunFile.FITS.in(folder), Columns.fits());
        store = new PredictionStore(RunFile.FITS.unpublishedIn(folder), 1);
    }

    void add(TrialResult result, double error) {
        if (result.cell() != cell) {
            writeCell();
            cell = result.cell();
        }
        if (result.portrait().fits().isEmpty()) {
            return;
        }
        store.add(result.portrait().fits());
        steps = result.history().stream().mapToLong(Checkpoint::step).toArray();
        kept.add(result.replica(), error);
    }

    @Override
    public void close() {
        try (file;
                store) {
            writeCell();
        }
    }

    private void writeCell() {
        if (kept.size() > 0) {
            double[] points = FitPoints.of(study.cell(cell));
            int middle = kept.place();
            for (int place = 0; place < kept.size(); place++) {
                int last = steps.length - 1;
                if (place == middle) {
                    write(place, 0, last, points);
                } else if (kept.at(place) < REPLICAS_AT_THE_END) {
                    write(place, last, last, points);
                }
            }
        }
        kept.clear();
        store.clear();
    }

    private void write(int place, int firstCheckpoint, int lastCheckpoint, double[] points) {
        for (int checkpoint = firstCheckpoint; checkpoint <= lastCheckpoint; checkpoint++) {
            double[] fit = store.of(place, checkpoint * points.length, points.length);
            for (int i = 0; i < points.length; i++) {
                file.count(cell).count(kept.at(place)).count(steps[checkpoint]);
                file.number(points[i]).number(fit[i]).endRow();
            }
        }
    }
}

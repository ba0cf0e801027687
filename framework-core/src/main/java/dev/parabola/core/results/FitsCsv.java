package dev.parabola.core.results;

import dev.parabola.core.study.Study;
import dev.parabola.core.training.FitPoints;
import dev.parabola.core.training.TrialResult;
import dev.parabola.core.training.TrialResult.Checkpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
    private final List<Kept> kept = new ArrayList<>();
    private long cell = -1;
    private long[] steps = {};

    FitsCsv(Path folder, Study study) {
        this.study = study;
        file = new CsvFile(RunFile.FITS.in(folder), Columns.fits());
        store = new PredictionStore(RunFile.FITS.unpublishedIn(folder), 1);
    }

    private record Kept(int replica, double error) {}

    void add(TrialResult result, int inside) {
        if (result.cell() != cell) {
            writeCell();
            cell = result.cell();
        }
        if (result.portrait().fits().isEmpty()) {
            return;
        }
        store.add(result.portrait().fits());
        steps = result.history().stream().mapToLong(Checkpoint::step).toArray();
        double error = result.regions().get(inside).map(TrialResult.Score::rmse).orElse(result.trainMse());
        kept.add(new Kept(result.replica(), error));
    }

    @Override
    public void close() {
        try (file;
                store) {
            writeCell();
        }
    }

    private void writeCell() {
        if (!kept.isEmpty()) {
            double[] points = FitPoints.of(study.cell(cell));
            int middle = middle();
            for (int place = 0; place < kept.size(); place++) {
                int last = steps.length - 1;
                if (place == middle) {
                    write(place, 0, last, points);
                } else if (kept.get(place).replica() < REPLICAS_AT_THE_END) {
                    write(place, last, last, points);
                }
            }
        }
        kept.clear();
        store.clear();
    }

    /** The lower median of the errors; of several as good the first. */
    private int middle() {
        return IntStream.range(0, kept.size())
                .boxed()
                .sorted(Comparator.comparingDouble(place -> kept.get(place).error()))
                .skip((kept.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    private void write(int place, int firstCheckpoint, int lastCheckpoint, double[] points) {
        for (int checkpoint = firstCheckpoint; checkpoint <= lastCheckpoint; checkpoint++) {
            double[] fit = store.of(place, checkpoint * points.length, points.length);
            for (int i = 0; i < points.length; i++) {
                file.count(cell).count(kept.get(place).replica()).count(steps[checkpoint]);
                file.number(points[i]).number(fit[i]).endRow();
            }
        }
    }
}
